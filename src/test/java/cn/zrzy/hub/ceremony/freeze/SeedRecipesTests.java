package cn.zrzy.hub.ceremony.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.model.LadderStep;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.DrawTerms;
import cn.zrzy.hub.plan.Scheme;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/** 种子配方 under the settings as they are shipped: what can have no seed is refused when it is handed in. */
class SeedRecipesTests {

    private static final LocalDate DRAW_ON = LocalDate.of(2026, 11, 24);
    private static final LocalDate WINDOW_TO = LocalDate.of(2026, 12, 20);
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-23T15:00:00+08:00");
    private static final OffsetDateTime EVENING = OffsetDateTime.parse("2026-11-26T21:30:00+08:00");

    private final DrawSettings settings = shipped();
    private final SeedRecipes recipes = new SeedRecipes(settings);

    @Test
    void theShippedRecipeReachesAnAnnualDrawAndNeedsEveryPartOfIt() {
        assertThatCode(() -> check(terms("L", true))).doesNotThrowAnyException();
        assertThat(settings.demandDecibits()).isEqualTo(1280);
        assertThat(settings.ladder())
                .extracting(DrawSettings.Rung::step)
                .containsExactly(LadderStep.region(4), LadderStep.cap(1));
    }

    @Test
    void namedEventsTakeThePlaceOfTheConfiguredOnes() {
        assertThatCode(() -> check(terms("L", true, lottery(EVENING), dice(20, EVENING))))
                .doesNotThrowAnyException();
        refused("E-SCHEME-ENTROPY", "66.4 比特", terms("L", false, dice(20, EVENING)));
        refused("E-SCHEME-SOURCES", "扣不住", terms("L", true, dice(40, EVENING)));
        refused("E-SCHEME-SOURCES", "没有本局种子", terms("P", false, lottery(EVENING)));
        refused("E-DRAW-RULE-TWICE", "重复", terms("L", true, lottery(EVENING), lottery(EVENING)));
        refused("E-DRAW-SOURCE", "骰子个数", terms("L", true, lottery(EVENING), dice(99, EVENING)));
    }

    @ParameterizedTest
    @CsvSource({
        "KL9, 2026-061, 2026-11-26T21:30:00+08:00, 没有公开事件种类",
        "PLATFORM, x, 2026-11-26T21:30:00+08:00, 没有公开事件种类",
        "KL8, '', 2026-11-26T21:30:00+08:00, 期号",
        "KL8, 2026-061, 2026-11-24T09:59:00+08:00, 揭示截止",
        "KL8, 2026-061, 2026-12-21T00:00:00+08:00, 实施结束"
    })
    void anEventThatNobodyCouldFindIsRefused(String kind, String issue, OffsetDateTime at, String words) {
        refused(
                "E-SCHEME-SOURCES",
                words,
                terms("L", false, new DrawTerms.NamedSource("快乐8", kind, issue, at), dice(20, EVENING)));
    }

    @Test
    void aMachineThatNeedsHoursForATrialGivesThePartiesThreeTimesAsLong() {
        OffsetDateTime frozen = EVENING;
        SeedRecipe quick = recipes.of(scheme(), List.of(), frozen, Duration.ofHours(3));
        assertThat(quick.revealDeadline()).isEqualTo(frozen.plus(settings.revealWithin()));

        SeedRecipe slow = recipes.of(scheme(), List.of(), frozen, Duration.ofHours(5));
        assertThat(slow.revealDeadline()).isEqualTo(frozen.plusHours(15));
        assertThat(slow.sources())
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.eventTime()).isEqualTo(frozen.plusHours(15 - 10 + 22)));
    }

    private static Scheme scheme() {
        return new Scheme(
                "XC-2026-S01",
                1,
                "XC-2026-P01",
                "方案",
                List.of(),
                DRAW_ON,
                DRAW_ON,
                WINDOW_TO,
                "现场检查",
                2,
                terms("L", false),
                Scheme.State.APPROVED,
                "周敏",
                "何建国",
                NOW,
                null);
    }

    private void check(DrawTerms terms) {
        recipes.check(terms, DRAW_ON, WINDOW_TO, NOW);
    }

    private void refused(String code, String words, DrawTerms terms) {
        assertThatThrownBy(() -> check(terms))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContaining(words);
    }

    private static DrawTerms terms(String mode, boolean annual, DrawTerms.NamedSource... sources) {
        return new DrawTerms(mode, false, null, annual, "", List.of(), List.of(), List.of(sources));
    }

    private static DrawTerms.NamedSource lottery(OffsetDateTime at) {
        return new DrawTerms.NamedSource("快乐8", "KL8", "2026-314", at);
    }

    private static DrawTerms.NamedSource dice(int count, OffsetDateTime at) {
        return new DrawTerms.NamedSource("公证处骰子", "DICE", Integer.toString(count), at);
    }

    /** The draw block of config/limits.yaml. */
    private static DrawSettings shipped() {
        try {
            StandardEnvironment environment = new StandardEnvironment();
            new YamlPropertySourceLoader()
                    .load("limits", new FileSystemResource("config/limits.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
            return new Binder(ConfigurationPropertySources.get(environment))
                    .bind("draw", DrawSettings.class)
                    .get();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
