package cn.zrzy.hub.ceremony.hall;

import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Who gave what to the seed so far (随机数来源), as far as the room may know it. */
final class SeedScene {

    private SeedScene() {}

    /** Only that a party revealed: an early reveal that everybody can read would help whoever reveals last. */
    static List<DrawScene.Party> parties(SeedRecipe recipe, RevealedSeed revealed, OffsetDateTime now) {
        return recipe.parties().stream()
                .map(party -> {
                    OffsetDateTime at = revealed.reveals().stream()
                            .filter(reveal -> reveal.party().equals(party.name()))
                            .map(RevealedSeed.Reveal::at)
                            .findFirst()
                            .orElse(null);
                    boolean late = at == null && now.isAfter(recipe.revealDeadline());
                    return new DrawScene.Party(party.name(), true, at, late);
                })
                .toList();
    }

    /** The public event is shown at once, for the room to compare; nobody reveals any more by then. */
    static List<DrawScene.Event> events(SeedRecipe recipe, RevealedSeed revealed, boolean held) {
        return recipe.sources().stream()
                .map(source -> {
                    Optional<RevealedSeed.Observation> seen = revealed.observations().stream()
                            .filter(o -> o.source().equals(source.name()))
                            .findFirst();
                    boolean shown = held || source.kind() != SeedRecipe.Kind.PLATFORM;
                    return new DrawScene.Event(
                            source.name(),
                            source.kind(),
                            source.eventTime(),
                            seen.filter(o -> shown)
                                    .map(RevealedSeed.Observation::value)
                                    .orElse(""),
                            seen.map(RevealedSeed.Observation::at).orElse(null),
                            seen.map(RevealedSeed.Observation::origin).orElse(""),
                            held && seen.isEmpty());
                })
                .toList();
    }
}
