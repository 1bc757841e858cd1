package cn.zrzy.hub.draw.freeze;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.lottery.PickDraw;
import cn.zrzy.hub.draw.match.Relaxation;
import cn.zrzy.hub.draw.match.Roster;
import cn.zrzy.hub.draw.match.TeamDraw;
import cn.zrzy.hub.draw.match.flow.TeamFeasibility;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.LadderStep;
import cn.zrzy.hub.draw.model.PoolInspector;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.TeamPlan;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.outcome.Rehearsal;
import cn.zrzy.hub.kernel.Rejected;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** 虚拟抽取: the whole draw under the seeds H(lp("SSJ/dummy/v1") || lp(drawNo) || u32 i), i = 0, 1, …; they decide nothing. */
public final class DummyDraws {

    private static final int EXAMPLES = 20;
    private static final int SENTENCES = 5;

    private final FrozenDraw frozen;
    private final Map<String, Integer> place = new HashMap<>();

    public DummyDraws(FrozenDraw frozen) {
        this.frozen = frozen;
        frozen.request().inspectors().forEach(person -> place.put(person.id(), place.size()));
    }

    /** @param ladder relaxations used; −1: no teams at all */
    private record Run(int ladder, List<String> shortfalls, int[] loads) {}

    public Rehearsal run(int draws) {
        List<Run> runs =
                IntStream.range(0, draws).parallel().mapToObj(this::one).toList();
        Map<String, Integer> sentences = new HashMap<>();
        runs.forEach(run -> run.shortfalls().forEach(text -> sentences.merge(text, 1, Integer::sum)));
        List<String> thin = thin();
        long[] places = new long[place.size()];
        runs.forEach(run -> Arrays.setAll(places, i -> places[i] + run.loads()[i]));
        return new Rehearsal(
                draws,
                (int) runs.stream().filter(run -> run.ladder() == 0).count(),
                (int) runs.stream().filter(run -> run.ladder() > 0).count(),
                sentences.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(SENTENCES)
                        .map(Map.Entry::getKey)
                        .toList(),
                thin.size(),
                thin.stream().limit(EXAMPLES).toList(),
                shares(runs),
                entropy(places),
                uniform());
    }

    /**
     * 配不齐的试抽: of so many dummy draws those in which somebody would be left without a team, the binding constraint of
     * each in words.
     */
    public List<String> shortfalls(int draws) {
        return IntStream.range(0, draws)
                .parallel()
                .mapToObj(this::shortfall)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** With every relaxation that leaves nobody out; "" when all are served. */
    private String shortfall(int number) {
        List<LadderStep> steps = frozen.request().rules().ladder().stream()
                .takeWhile(step -> step.kind() != LadderStep.Kind.DEFER)
                .toList();
        Roster roster = new Roster(frozen, picks(seed(number)), Relaxation.of(steps));
        List<String> ids = roster.teamed();
        TeamFeasibility feasibility = new TeamFeasibility(
                roster.shape(ids, ids.stream().map(roster::eligible).toList()));
        return feasibility.feasible() ? "" : feasibility.shortfall(TeamDraw.roleNames(roster, ids));
    }

    private byte[] seed(int number) {
        return Hash.of(frozen.request().rules().hash())
                .digest(
                        Bytes.lp("SSJ/dummy/v1"),
                        Bytes.lp(frozen.drawNo()),
                        ByteBuffer.allocate(4).putInt(number).array());
    }

    private List<Pick> picks(byte[] seed) {
        Map<String, Integer> quota = new HashMap<>();
        frozen.strata().forEach(stratum -> quota.put(stratum.code(), stratum.quota()));
        return PickDraw.draw(frozen, seed).stream()
                .filter(pick -> pick.rank() <= quota.get(pick.stratum()))
                .toList();
    }

    private Run one(int number) {
        byte[] seed = seed(number);
        List<Pick> picks = picks(seed);
        int[] loads = new int[place.size()];
        try {
            TeamDraw.Teams teams = new TeamDraw(frozen, picks, seed).run();
            teams.seats().forEach(seat -> loads[place.get(seat.inspectorId())]++);
            return new Run(teams.ladder(), teams.shortfalls(), loads);
        } catch (Rejected noTeams) {
            return new Run(-1, List.of(noTeams.getMessage()), loads);
        }
    }

    /** Subjects that no team could serve even if everyone were free. */
    private List<String> thin() {
        Map<String, TreeSet<String>> all = new HashMap<>();
        frozen.request().subjects().stream()
                .filter(subject -> subject.exclusionCode().isEmpty())
                .forEach(subject -> all.put(subject.id(), new TreeSet<>(subject.itemCodes())));
        Roster roster = new Roster(frozen, new HashMap<>(all), Relaxation.of(List.of()));
        return frozen.request().subjects().stream()
                .map(PoolSubject::id)
                .filter(all::containsKey)
                .filter(id -> roster.plan(id) != null && !served(roster, id))
                .toList();
    }

    private static boolean served(Roster roster, String subjectId) {
        TeamPlan plan = roster.plan(subjectId);
        List<List<Integer>> eligible = roster.eligible(subjectId);
        int seats = 0;
        for (int role = 0; role < plan.roles().size(); role++) {
            int people = eligible.get(role).size();
            if (people < plan.roles().get(role).least()) {
                return false;
            }
            seats += Math.min(people, plan.roles().get(role).most());
        }
        return seats >= plan.size();
    }

    private List<Rehearsal.Share> shares(List<Run> runs) {
        List<Rehearsal.Share> shares = new ArrayList<>();
        for (PoolInspector person : frozen.request().inspectors()) {
            int i = place.get(person.id());
            int[] loads = runs.stream().mapToInt(run -> run.loads()[i]).toArray();
            long served = Arrays.stream(loads).filter(load -> load > 0).count();
            shares.add(new Rehearsal.Share(
                    person.id(),
                    person.priorLoad(),
                    (int) (served * 10_000 / runs.size()),
                    (int) (Arrays.stream(loads).asLongStream().sum() * 1000 / runs.size()),
                    Arrays.stream(loads).min().orElse(0),
                    Arrays.stream(loads).max().orElse(0)));
        }
        return shares;
    }

    private static int entropy(long[] places) {
        double total = Arrays.stream(places).sum();
        double bits = Arrays.stream(places)
                .filter(count -> count > 0)
                .mapToDouble(count -> -count / total * Math.log(count / total) / Math.log(2))
                .sum();
        return (int) Math.round(bits * 1000);
    }

    private int uniform() {
        long able = frozen.request().inspectors().stream()
                .filter(person -> person.cap() > 0)
                .count();
        return able == 0 ? 0 : (int) Math.round(Math.log(able) / Math.log(2) * 1000);
    }
}
