package cn.zrzy.hub.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** 一年的累计: what was seen so far and what chance would have given, for each of the audit's questions. */
final class AuditYear {

    /** A count and its law under chance. */
    static final class Count {
        private Chance law = Chance.none();
        private int seen;

        void add(Chance more, int found) {
            law = law.plus(more);
            seen += found;
        }

        Chance law() {
            return law;
        }

        int seen() {
            return seen;
        }
    }

    private final Map<String, Count> classes = new TreeMap<>();
    private final Count repeats = new Count();
    private final Count recusals = new Count();
    private final Count neighbours = new Count();
    private final Count empty = new Count();
    private final Map<String, Count> pairs = new TreeMap<>();
    private final Map<String, Count> loads = new TreeMap<>();
    private final Set<String> drawnBefore = new HashSet<>();
    private double rankSum;
    private double rankMean;
    private double rankVariance;

    void add(AuditedDraw draw) {
        Set<String> drawn = new HashSet<>();
        draw.layers().forEach(layer -> {
            layer(layer);
            drawn.addAll(layer.picked());
        });
        drawnBefore.addAll(drawn);
        draw.trips().forEach(this::load);
        Map<List<List<String>>, List<AuditedDraw.Trip>> alike = new IdentityHashMap<>();
        draw.trips()
                .forEach(trip -> alike.computeIfAbsent(trip.roles(), roles -> new ArrayList<>())
                        .add(trip));
        alike.values().forEach(this::together);
    }

    private void layer(AuditedDraw.Layer layer) {
        int all = layer.members().size();
        int drawn = layer.picked().size();
        if (drawn == 0 || drawn == all) {
            return; // nothing was left to chance
        }
        Map<String, int[]> byClass = new TreeMap<>();
        int[] again = new int[2];
        int[] recused = new int[2];
        int[] inCell = new int[drawn];
        int touching = 0;
        long ranks = 0;
        boolean before = false;
        int cell = 0;
        int cellEnd = Chance.width(all, drawn, 0);
        for (int i = 0; i < all; i++) {
            AuditedDraw.Member member = layer.members().get(i);
            boolean picked = layer.picked().contains(member.id());
            int one = picked ? 1 : 0;
            while (i >= cellEnd) {
                cellEnd += Chance.width(all, drawn, ++cell);
            }
            inCell[cell] += one;
            touching += picked && before ? 1 : 0;
            ranks += picked ? i + 1 : 0;
            before = picked;
            mark(byClass.computeIfAbsent(member.creditClass(), c -> new int[2]), true, one);
            mark(again, drawnBefore.contains(member.id()), one);
            mark(recused, member.recused(), one);
        }
        byClass.forEach((name, count) -> classes.computeIfAbsent(name, c -> new Count())
                .add(Chance.hypergeometric(all, count[0], drawn), count[1]));
        repeats.add(Chance.hypergeometric(all, again[0], drawn), again[1]);
        recusals.add(Chance.hypergeometric(all, recused[0], drawn), recused[1]);
        neighbours.add(Chance.neighbours(all, drawn), touching);
        int hollow = 0;
        for (int picked : inCell) {
            hollow += picked == 0 ? 1 : 0;
        }
        empty.add(Chance.emptyCells(all, drawn), hollow);
        rankSum += ranks;
        rankMean += drawn * (all + 1.0) / 2;
        rankVariance += drawn * (double) (all - drawn) * (all + 1.0) / 12;
    }

    private static void mark(int[] count, boolean belongs, int picked) {
        count[0] += belongs ? 1 : 0;
        count[1] += belongs ? picked : 0;
    }

    /** Given how many of each role went, each who could go in it had the same chance. */
    private void load(AuditedDraw.Trip trip) {
        for (List<String> role : trip.roles()) {
            List<String> able =
                    role.stream().filter(id -> !trip.recused().contains(id)).toList();
            long went = able.stream().filter(trip.team()::contains).count();
            for (String id : able) {
                loads.computeIfAbsent(id, i -> new Count())
                        .add(
                                Chance.coin((double) went / able.size()),
                                trip.team().contains(id) ? 1 : 0);
            }
        }
    }

    /** Among visits to which the same people could go: given how often a and b went at all, how often they went together. */
    private void together(List<AuditedDraw.Trip> trips) {
        Map<String, Integer> visits = new TreeMap<>();
        Map<String, Integer> both = new HashMap<>();
        for (AuditedDraw.Trip trip : trips) {
            List<String> team = trip.roles().stream()
                    .flatMap(List::stream)
                    .filter(trip.team()::contains)
                    .distinct()
                    .sorted()
                    .toList();
            team.forEach(id -> visits.merge(id, 1, Integer::sum));
            for (int a = 0; a < team.size(); a++) {
                for (int b = a + 1; b < team.size(); b++) {
                    both.merge(team.get(a) + " 与 " + team.get(b), 1, Integer::sum);
                }
            }
        }
        List<String> people = List.copyOf(visits.keySet());
        for (int a = 0; a < people.size(); a++) {
            for (int b = a + 1; b < people.size(); b++) {
                String pair = people.get(a) + " 与 " + people.get(b);
                Chance law = Chance.hypergeometric(trips.size(), visits.get(people.get(a)), visits.get(people.get(b)));
                pairs.computeIfAbsent(pair, p -> new Count()).add(law, both.getOrDefault(pair, 0));
            }
        }
    }

    /** What one question is asked about. */
    Map<String, Count> counts(PlatformAudit.Question question) {
        return switch (question) {
            case CLASS -> classes;
            case REPEAT -> Map.of("", repeats);
            case RECUSAL -> Map.of("", recusals);
            case NEIGHBOUR -> Map.of("", neighbours);
            case SPACING -> Map.of("", empty);
            case PAIR -> pairs;
            case LOAD -> loads;
            case ORDER -> throw new IllegalArgumentException("the rank sum is no count");
        };
    }

    /** Standard score of the drawn places' rank sum (Wilcoxon 1945); 0 before the first draw. */
    double rankScore() {
        return rankVariance == 0 ? 0 : (rankSum - rankMean) / Math.sqrt(rankVariance);
    }

    double rankSum() {
        return rankSum;
    }

    double rankMean() {
        return rankMean;
    }
}
