package cn.zrzy.hub.ceremony.freeze;

import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.DrawTerms;
import cn.zrzy.hub.plan.Scheme;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The recipe of a seed by the mode of its draw (种子配方). */
@Component
class SeedRecipes {

    private static final int ORDINARY = 640;
    private static final int ANNUAL = 1280;

    /** Parties have at least this many trial freezes of time to reveal. */
    private static final int TRIALS_TO_REVEAL = 3;

    /** Somebody who is there can throw, or not. */
    private static final Set<SeedRecipe.Kind> IN_THE_ROOM = Set.of(SeedRecipe.Kind.DICE, SeedRecipe.Kind.PLATFORM);

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
     *
     * @param trial how long the freeze took when it was tried: a machine that needs minutes for a freeze needs minutes
     *     for a reveal, and whatever the recipe does not pin to a public event moves along
     */
    SeedRecipe of(Scheme scheme, List<SeedRecipe.Party> parties, OffsetDateTime frozenAt, Duration trial) {
        if (!scheme.terms().drawMode().provable()) {
            return new SeedRecipe(List.of(), null, List.of(), 0);
        }
        Duration within = settings.revealWithin();
        Duration slow = trial.multipliedBy(TRIALS_TO_REVEAL);
        OffsetDateTime start = slow.compareTo(within) > 0 ? frozenAt.plus(slow.minus(within)) : frozenAt;
        OffsetDateTime deadline = start.plus(within);
        List<SeedRecipe.Source> sources = new ArrayList<>(sources(scheme.terms(), start.plus(settings.eventAfter())));
        for (SeedRecipe.Source source : sources) {
            Rejected.unless(
                    source.eventTime().isAfter(deadline),
                    "E-SCHEME-SOURCES",
                    "公开事件“" + source.name() + "”不晚于揭示截止 " + deadline + "，来不及；请撤回方案，另交方案指定以后的事件",
                    "draw.sources");
        }
        if (scheme.terms().mode().equals("S")) {
            sources.add(
                    0,
                    new SeedRecipe.Source(
                            settings.platformSource(),
                            SeedRecipe.Kind.PLATFORM,
                            "",
                            start.plus(settings.platformAfter())));
        }
        return new SeedRecipe(parties, deadline, sources, demand(scheme.terms()));
    }

    /**
     * Whether the draw could have a seed at all, asked when the scheme is handed in and not first in the night of the
     * freeze.
     *
     * @throws Rejected E-SCHEME-SOURCES, E-SCHEME-ENTROPY saying what to add
     */
    void check(DrawTerms terms, LocalDate drawOn, LocalDate windowTo, OffsetDateTime now) {
        if (!terms.drawMode().provable()) {
            refuseUnless(terms.sources().isEmpty(), "平台抽取没有本局种子，不能指定公开事件");
            return;
        }
        OffsetDateTime midnight = Beijing.startOf(drawOn);
        OffsetDateTime deadline = (now.isAfter(midnight) ? now : midnight).plus(settings.revealWithin());
        terms.sources().forEach(source -> check(source, deadline, windowTo));
        List<SeedRecipe.Source> sources = sources(terms, deadline);
        List<String> taken = new ArrayList<>(settings.parties());
        taken.add(settings.platformSource());
        int reach = Draws.reach(sources, taken);
        Rejected.unless(
                reach >= demand(terms),
                "E-SCHEME-ENTROPY",
                "公开事件全部到齐只有 %.1f 比特，本方案须 %.1f 比特；请在 draw.sources 中加指定事件，例如快乐8 一期（61.6 比特）加公证处骰子 20 枚（66.4 比特）"
                        .formatted(reach / 10.0, demand(terms) / 10.0),
                "draw.sources");
        refuseUnless(
                !terms.annual() || sources.stream().anyMatch(source -> !IN_THE_ROOM.contains(source.kind())),
                "年度批次须有一个在场各方都扣不住的公开事件，请指定一期彩票");
    }

    private static void check(DrawTerms.NamedSource source, OffsetDateTime deadline, LocalDate windowTo) {
        refuseUnless(source.name() != null && source.eventTime() != null, "指定的公开事件须写明名称、种类和时间");
        boolean known = Arrays.stream(SeedRecipe.Kind.values())
                .anyMatch(
                        kind -> kind != SeedRecipe.Kind.PLATFORM && kind.name().equals(source.kind()));
        refuseUnless(known, "没有公开事件种类“" + source.kind() + "”，可用 KL8、DLT、SSQ、PL5、FC3D、DICE、DRAND");
        refuseUnless(
                source.detail() != null && !source.detail().isBlank(),
                "公开事件“" + source.name() + "”须写明期号、骰子个数或轮次（detail）");
        refuseUnless(
                source.eventTime().isAfter(deadline)
                        && !Beijing.date(source.eventTime()).isAfter(windowTo),
                "公开事件“" + source.name() + "”须晚于揭示截止（最早 " + deadline + "），且不晚于实施结束日期");
    }

    /** In the order in which they were named; in Beijing time, as everything that is published. */
    private List<SeedRecipe.Source> sources(DrawTerms terms, OffsetDateTime event) {
        if (!terms.sources().isEmpty()) {
            return terms.sources().stream()
                    .map(named -> new SeedRecipe.Source(
                            named.name(),
                            SeedRecipe.Kind.valueOf(named.kind()),
                            named.detail(),
                            Beijing.second(named.eventTime())))
                    .toList();
        }
        return settings.sources().stream()
                .map(text -> text.split(":", 3))
                .map(parts -> new SeedRecipe.Source(
                        parts[0], SeedRecipe.Kind.valueOf(parts[1]), parts.length > 2 ? parts[2] : "", event))
                .toList();
    }

    private int demand(DrawTerms terms) {
        return Math.max(settings.demandDecibits(), terms.annual() ? ANNUAL : ORDINARY);
    }

    private static void refuseUnless(boolean holds, String sentence) {
        Rejected.unless(holds, "E-SCHEME-SOURCES", sentence, "draw.sources");
    }
}
