package cn.zrzy.hub.plan;

import cn.zrzy.hub.draw.model.DrawMode;
import cn.zrzy.hub.draw.model.TeamPlan;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Rejected;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the draw of one scheme is to be held (抽取约定), approved together with the scheme and so fixed before any seed.
 *
 * @param mode {@code L} drawn here, {@code S} the platform takes our list and gives one seed source, {@code P} the
 *     platform draws; empty: {@code L}
 * @param unannounced 不预告: who is drawn stays closed until {@code openAt}
 * @param openAt moment at which an unannounced draw opens; null when announced
 * @param annual 年度批次: demands 128 bits of public entropy instead of 64
 * @param campaign draws of one campaign share one seed (进一次门查多项事); "" for a draw of its own
 * @param stratifyBy any of {@code class region type category}, in this order
 * @param teams make-up of the teams (部门联合: one role a department); empty: any certified inspectors, one a leader
 * @param sources public events named for this draw (事先点名), in place of the configured ones; empty: those
 */
public record DrawTerms(
        @Nullable String mode,
        boolean unannounced,
        @Nullable OffsetDateTime openAt,
        boolean annual,
        @Nullable String campaign,
        @Nullable List<String> stratifyBy,
        @Nullable List<TeamPlan> teams,
        @Nullable List<NamedSource> sources) {

    /**
     * @param name for example {@code KL8-2026-061}
     * @param kind one of {@link cn.zrzy.hub.draw.model.SeedRecipe.Kind} but PLATFORM
     * @param detail DICE: how many; a lottery: its issue (期号); DRAND: chain hash and round
     * @param eventTime when it happens, after the reveal deadline of the freeze
     */
    public record NamedSource(String name, String kind, String detail, OffsetDateTime eventTime) {}

    public DrawTerms {
        mode = mode == null || mode.isEmpty() ? "L" : mode;
        campaign = campaign == null ? "" : campaign;
        stratifyBy = stratifyBy == null ? List.of() : List.copyOf(stratifyBy);
        teams = teams == null ? List.of() : List.copyOf(teams);
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    /** An announced draw held here. */
    public static DrawTerms ordinary() {
        return new DrawTerms("L", false, null, false, "", List.of(), List.of(), List.of());
    }

    public DrawMode drawMode() {
        return DrawMode.of(mode);
    }

    /** @throws Rejected E-SCHEME-TERMS naming the field */
    void check(LocalDate windowTo) {
        Rejected.unless(List.of("L", "S", "P").contains(mode), "E-SCHEME-TERMS", "抽取模式只有 L、S、P", "draw.mode");
        Rejected.unless(
                campaign.isEmpty() || mode.equals("L"), "E-SCHEME-TERMS", "省平台经办的抽取各有种子，不能并入同一批次", "draw.campaign");
        Rejected.unless(unannounced == (openAt != null), "E-SCHEME-TERMS", "不预告的抽取须写明公开时间，预告的不写", "draw.openAt");
        Rejected.unless(!unannounced || !mode.equals("P"), "E-SCHEME-TERMS", "平台抽取没有密封值，不能不预告", "draw.unannounced");
        Rejected.unless(
                openAt == null || !Beijing.date(openAt).isBefore(windowTo),
                "E-SCHEME-TERMS",
                "公开时间不得早于实施结束日期",
                "draw.openAt");
    }
}
