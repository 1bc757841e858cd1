package cn.zrzy.hub.draw.seed;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.canon.Stamps;
import cn.zrzy.hub.draw.canon.Words;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** 种子规则: which recipes are sound, what a source's value must look like, how much entropy it brings. */
public final class SeedRules {

    private static final int ORDINARY = 640;
    private static final int ANNUAL = 1280;
    private static final int MOST_DICE = 40;
    private static final Pattern DRAND_ROUND = Pattern.compile("[0-9a-f]{64}:[1-9][0-9]{0,14}");
    private static final Set<SeedRecipe.Kind> LOTTERIES = EnumSet.range(SeedRecipe.Kind.KL8, SeedRecipe.Kind.FC3D);

    private SeedRules() {}

    /** Refuses a recipe that could be steered, or that could not reach its demand. */
    public static void admit(DrawRequest request) {
        SeedRecipe recipe = request.recipe();
        if (recipe.demandDecibits() < (request.annual() ? ANNUAL : ORDINARY)) {
            throw Refusal.field("E-DRAW-ENTROPY", "公开熵要求过低：普通批次不少于64比特，年度批次不少于128比特", "demand");
        }
        if (recipe.parties().size() < 3) {
            throw Refusal.field("E-DRAW-PARTIES", "承诺方不足三方", "parties");
        }
        Set<String> names = new HashSet<>();
        for (SeedRecipe.Party party : recipe.parties()) {
            name(party.name(), names);
            if (!Bytes.isHex(party.commitment(), 64)) {
                throw Refusal.field("E-DRAW-COMMIT", "承诺值应为64位十六进制", party.name());
            }
        }
        if (!Stamps.before(request.frozenAt(), recipe.revealDeadline())) {
            throw Refusal.field("E-DRAW-ORDER", "揭示截止应晚于冻结时间", "revealDeadline");
        }
        for (SeedRecipe.Source source : recipe.sources()) {
            if (!Stamps.before(recipe.revealDeadline(), source.eventTime())) {
                throw Refusal.field("E-DRAW-ORDER", "公开事件应晚于揭示截止", source.name());
            }
        }
        if (possible(recipe.sources(), names) < recipe.demandDecibits()) {
            throw Refusal.field("E-DRAW-ENTROPY", "所列公开事件即使全部到齐也不足所需熵", "sources");
        }
    }

    /** An event that stands twice in the recipe would be counted twice; a lottery has one issue a day at most. */
    private static void once(SeedRecipe.Source source, Set<String> events) {
        if (source.kind() == SeedRecipe.Kind.DRAND
                && !DRAND_ROUND.matcher(source.detail()).matches()) {
            throw Refusal.field("E-DRAW-SOURCE", "drand 来源应写明链哈希（64位十六进制）、冒号和轮次", source.name());
        }
        boolean fresh = events.add(source.kind() + " " + source.detail());
        if (LOTTERIES.contains(source.kind())) {
            fresh &= events.add(
                    source.kind() + "@" + Stamps.text(source.eventTime()).substring(0, 10));
        }
        if (!fresh) {
            throw Refusal.field("E-DRAW-SOURCE", "与另一来源是同一公开事件（同种同期，或同种彩票同一天），不能计两次", source.name());
        }
    }

    /** Tenths of a bit if every source brings its value; each is well-formed, none is there twice. */
    public static int possible(List<SeedRecipe.Source> sources, Set<String> names) {
        int possible = 0;
        Set<String> events = new HashSet<>();
        for (SeedRecipe.Source source : sources) {
            name(source.name(), names);
            text(source.detail(), source.name());
            once(source, events);
            possible += decibits(source);
        }
        return possible;
    }

    private static void name(String name, Set<String> names) {
        String fault = Words.wordFault(name);
        if (!fault.isEmpty()) {
            throw Refusal.field(Words.code(fault, "E-DRAW-WORD"), fault, "种子来源名称");
        }
        if (!names.add(name)) {
            throw Refusal.field("E-DRAW-RULE-TWICE", "种子来源“" + name + "”重复", "sources");
        }
    }

    private static void text(String text, String field) {
        String fault = Words.textFault(text);
        if (!fault.isEmpty()) {
            throw Refusal.field(Words.code(fault, "E-DRAW-WORD"), fault, field);
        }
    }

    /** Tenths of a bit that a present value of this source brings. */
    static int decibits(SeedRecipe.Source source) {
        return switch (source.kind()) {
            case KL8 -> 616;
            case DLT -> 244;
            case SSQ -> 241;
            case PL5 -> 166;
            case FC3D -> 99;
            case DICE -> dice(source) * 33219 / 1000;
            case DRAND -> 1280;
            case PLATFORM -> 0;
        };
    }

    private static int dice(SeedRecipe.Source source) {
        int count = source.detail().matches("[1-9][0-9]?") ? Integer.parseInt(source.detail()) : 0;
        if (count < 1 || count > MOST_DICE) {
            throw Refusal.field("E-DRAW-SOURCE", "骰子个数应为1–40", source.name());
        }
        return count;
    }

    /** "" when {@code value} has the source's shape, else what is wrong. */
    static String fault(SeedRecipe.Source source, String value) {
        boolean fits = switch (source.kind()) {
            case KL8 -> balls(value, 20, 80);
            case DLT -> halves(value, 5, 35, 2, 12);
            case SSQ -> halves(value, 6, 33, 1, 16);
            case PL5 -> value.matches("[0-9]{5}");
            case FC3D -> value.matches("[0-9]{3}");
            case DICE -> value.matches("[0-9]{" + dice(source) + "}");
            case DRAND -> Bytes.isHex(value, 64);
            case PLATFORM ->
                !value.isEmpty()
                        && Bytes.utf8(value).length <= 200
                        && Words.textFault(value).isEmpty();
        };
        return fits ? "" : "“" + source.name() + "”的值不符合" + source.kind() + "的格式";
    }

    private static boolean halves(String value, int n, int top, int m, int top2) {
        String[] parts = value.split(Pattern.quote("+"), -1);
        return parts.length == 2 && balls(parts[0], n, top) && balls(parts[1], m, top2);
    }

    /** {@code count} two-digit numbers 01..top, strictly ascending, joined by dots. */
    private static boolean balls(String value, int count, int top) {
        if (!value.matches("[0-9]{2}(\\.[0-9]{2}){" + (count - 1) + "}")) {
            return false;
        }
        int before = 0;
        for (String ball : value.split("\\.")) {
            int number = Integer.parseInt(ball);
            if (number <= before || number > top) {
                return false;
            }
            before = number;
        }
        return true;
    }

    /** seed = H(lp("SSJ/seed/v1") || lp(seedId) || lp(name:value)… || lp(commit-reveal:…)). */
    public static byte[] seed(DrawHash hash, String seedId, List<String> parts) {
        List<byte[]> framed = new ArrayList<>();
        framed.add(Bytes.lp("SSJ/seed/v1"));
        framed.add(Bytes.lp(seedId));
        parts.forEach(part -> framed.add(Bytes.lp(part)));
        return Hash.of(hash).digest(framed.toArray(byte[][]::new));
    }

    /**
     * The seed of late teams in mode P, which has none of its own: what the platform answered decides, so that nobody here
     * could choose it, and the same pair does not get the same ticket in every draw.
     */
    public static byte[] platforms(DrawHash hash, DrawOutcome outcome) {
        return Hash.of(hash)
                .digest(
                        Bytes.lp("SSJ/platform/v1"),
                        Bytes.lp(outcome.drawNo()),
                        Bytes.lp(outcome.files().get("result.objects.csv")),
                        Bytes.lp(outcome.files().get("result.teams.csv")));
    }

    /** The seed that tickets use: for an unannounced draw the secret goes in, so that re-running needs its opening. */
    public static byte[] used(DrawHash hash, byte[] seed, byte[] secret) {
        return secret.length == 0 ? seed : Hash.of(hash).digest(Bytes.lp(seed), Bytes.lp(secret));
    }
}
