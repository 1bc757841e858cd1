package cn.zrzy.hub.plan;

import cn.zrzy.hub.draw.SeedRecipe;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The recipe of a seed by the mode of its draw (种子配方). */
@Component
class SeedRecipes {

    private static final int ORDINARY = 640;
    private static final int ANNUAL = 1280;

    private final DrawSettings settings;

    SeedRecipes(DrawSettings settings) {
        this.settings = settings;
    }

    /** How many parties have to commit before the pool may be frozen: none where the platform draws. */
    int partiesWanted(Scheme scheme) {
        return scheme.terms().drawMode().provable() ? settings.parties().size() : 0;
    }

    /**
     * Mode P has no seed of ours. In mode S the platform speaks before the public event: who knows every other source
     * could choose his own until the result pleases him.
     */
    SeedRecipe of(Scheme scheme, List<SeedRecipe.Party> parties, OffsetDateTime frozenAt) {
        if (!scheme.terms().drawMode().provable()) {
            return new SeedRecipe(List.of(), null, List.of(), 0);
        }
        List<SeedRecipe.Source> sources = new ArrayList<>();
        if (scheme.terms().mode().equals("S")) {
            sources.add(new SeedRecipe.Source(
                    settings.platformSource(), SeedRecipe.Kind.PLATFORM, "", frozenAt.plus(settings.platformAfter())));
        }
        OffsetDateTime event = frozenAt.plus(settings.eventAfter());
        settings.sources().stream()
                .map(text -> text.split(":", 3))
                .map(parts -> new SeedRecipe.Source(
                        parts[0], SeedRecipe.Kind.valueOf(parts[1]), parts.length > 2 ? parts[2] : "", event))
                .forEach(sources::add);
        return new SeedRecipe(
                parties,
                frozenAt.plus(settings.revealWithin()),
                sources,
                Math.max(settings.demandDecibits(), scheme.terms().annual() ? ANNUAL : ORDINARY));
    }
}
