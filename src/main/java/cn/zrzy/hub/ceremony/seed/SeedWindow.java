package cn.zrzy.hub.ceremony.seed;

import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/** 平台种子的时段 (mode S): from its own hour to the first public event, after which it would know too much. */
public record SeedWindow(OffsetDateTime from, OffsetDateTime until) {

    public static SeedWindow of(SeedRecipe recipe) {
        return new SeedWindow(first(recipe, true), first(recipe, false));
    }

    /**
     * Refuses the platform's seed from the first public event on: by then it could be chosen until the result pleases. What
     * does not come in time counts as missing and is named; the draw goes on without it.
     */
    public static void refuseLate(SeedRecipe recipe, String source, OffsetDateTime now) {
        if (platforms(recipe, source) && !now.isBefore(of(recipe).until())) {
            throw new Rejected("E-DRAW-LATE", "省平台种子须在公开事件之前到达，现已按缺失处理并公布", Place.field(source));
        }
    }

    /** Has every public event been waited for as long as agreed? */
    public static boolean waited(SeedRecipe recipe, Duration wait, OffsetDateTime now) {
        OffsetDateTime last = recipe.sources().stream()
                .map(SeedRecipe.Source::eventTime)
                .max(OffsetDateTime::compareTo)
                .orElseThrow();
        return !now.isBefore(last.plus(wait));
    }

    static boolean platforms(SeedRecipe recipe, String source) {
        return recipe.sources().stream()
                .anyMatch(s -> s.kind() == SeedRecipe.Kind.PLATFORM && s.name().equals(source));
    }

    /**
     * Refuses a public event once it counts as missing: else whoever types it in could first look which of the two results
     * pleases him. For a voided draw it may come at any time, since its trial result is still due.
     */
    public static void refuseAfterWait(SeedRecipe recipe, String source, Duration wait, OffsetDateTime now) {
        if (waited(recipe, wait, now)) {
            throw new Rejected("E-DRAW-LATE", "已过录入期限，该公开事件按缺席公布", Place.field(source));
        }
    }

    /** Public events that a person still has to enter, by name, "" for none; the platform's seed is not waited for. */
    public static String missing(SeedRecipe recipe, RevealedSeed revealed) {
        List<String> given = revealed.observations().stream()
                .map(RevealedSeed.Observation::source)
                .toList();
        List<String> missing = recipe.sources().stream()
                .filter(source -> source.kind() != SeedRecipe.Kind.PLATFORM)
                .map(SeedRecipe.Source::name)
                .filter(name -> !given.contains(name))
                .toList();
        return String.join("、", missing);
    }

    private static OffsetDateTime first(SeedRecipe recipe, boolean platform) {
        return recipe.sources().stream()
                .filter(source -> (source.kind() == SeedRecipe.Kind.PLATFORM) == platform)
                .map(SeedRecipe.Source::eventTime)
                .min(OffsetDateTime::compareTo)
                .orElseThrow();
    }
}
