package cn.zrzy.hub.site;

import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import java.util.List;
import java.util.Optional;

/**
 * 随机数来源 of a dossier. Before the draw only whether something came is told: an early reveal that everybody can read
 * would help whoever reveals last.
 */
final class SeedLines {

    private final Dossier dossier;
    private final SeedRecipe recipe;
    private final boolean held;

    SeedLines(Dossier dossier) {
        this.dossier = dossier;
        this.recipe = dossier.frozen().request().recipe();
        this.held = dossier.outcome() != null;
    }

    List<DrawView.Source> sources() {
        return recipe.sources().stream().map(this::source).toList();
    }

    private DrawView.Source source(SeedRecipe.Source source) {
        Optional<RevealedSeed.Observation> seen = dossier.revealed().observations().stream()
                .filter(o -> o.source().equals(source.name()))
                .findFirst();
        Optional<RevealedSeed.Observation> shown = seen.filter(o -> held);
        return new DrawView.Source(
                source.name(),
                source.kind().name(),
                source.detail(),
                source.eventTime(),
                state(source.name(), seen.isPresent()),
                shown.map(RevealedSeed.Observation::value).orElse(""),
                shown.map(RevealedSeed.Observation::at).orElse(null),
                shown.map(RevealedSeed.Observation::origin).orElse(""));
    }

    List<DrawView.Party> parties() {
        return recipe.parties().stream().map(this::party).toList();
    }

    private DrawView.Party party(SeedRecipe.Party party) {
        Optional<RevealedSeed.Reveal> seen = dossier.revealed().reveals().stream()
                .filter(r -> r.party().equals(party.name()))
                .findFirst();
        Optional<RevealedSeed.Reveal> shown = seen.filter(r -> held);
        return new DrawView.Party(
                party.name(),
                party.commitment(),
                state(party.name(), seen.isPresent()),
                shown.map(RevealedSeed.Reveal::value).orElse(""),
                shown.map(RevealedSeed.Reveal::at).orElse(null));
    }

    private String state(String name, boolean came) {
        if (held) {
            return dossier.outcome().missing().contains(name) ? "MISSING" : "GIVEN";
        }
        return came ? "GIVEN" : "PENDING";
    }
}
