package cn.zrzy.hub.draw.match.flow;

import cn.zrzy.hub.draw.canon.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * 可行性: does any assignment exist, and if not, which constraint binds? The answer is the minimum cut in words, which is
 * a proof, not an opinion.
 */
public final class TeamFeasibility {

    private final TeamProblem p;
    private final int source;
    private final int sink;
    private final FlowNet net;
    private final MaxFlow flow;
    private final long found;

    public TeamFeasibility(TeamProblem problem) {
        this(problem, null);
    }

    /** @param kept which pairs count; null: all */
    public TeamFeasibility(TeamProblem problem, boolean[] kept) {
        p = problem;
        int people = p.subjects() + p.roles();
        source = people + p.people();
        sink = source + 1;
        net = new FlowNet(sink + 1);
        for (int j = 0; j < p.subjects(); j++) {
            int free = p.size()[j];
            for (int r = p.roleStart()[j]; r < p.roleStart()[j + 1]; r++) {
                int node = p.subjects() + r;
                free -= p.least()[r];
                net.add(source, node, p.least()[r], 0, 0);
                net.add(j, node, p.most()[r] - p.least()[r], 0, 0);
                for (int e = p.pairStart()[r]; e < p.pairStart()[r + 1]; e++) {
                    if (kept == null || kept[e]) {
                        net.add(node, people + p.person()[e], 1, 0, 0);
                    }
                }
            }
            net.add(source, j, free, 0, 0);
        }
        for (int i = 0; i < p.people(); i++) {
            net.add(people + i, sink, p.cap()[i], 0, 0);
        }
        net.lay();
        flow = new MaxFlow(net, source, sink);
        found = flow.run();
    }

    public boolean feasible() {
        return found == p.places();
    }

    /**
     * 缺口 in one sentence.
     *
     * @param roleNames name of each role
     */
    public String shortfall(List<String> roleNames) {
        Map<String, Integer> demand = new TreeMap<>(Bytes.ORDER);
        int places = 0;
        int subjects = 0;
        long otherWays = 0;
        int people = 0;
        long capacity = 0;
        List<Integer> caps = new ArrayList<>();
        for (int i = 0; i < p.people(); i++) {
            if (inside(p.subjects() + p.roles() + i)) {
                people++;
                capacity += p.cap()[i];
                caps.add(p.cap()[i]);
            }
        }
        for (int j = 0; j < p.subjects(); j++) {
            boolean touched = false;
            int free = p.size()[j];
            for (int r = p.roleStart()[j]; r < p.roleStart()[j + 1]; r++) {
                free -= p.least()[r];
                boolean in = inside(p.subjects() + r);
                if (in && p.least()[r] > 0) {
                    demand.merge(roleNames.get(r), p.least()[r], Integer::sum);
                    places += p.least()[r];
                    touched = true;
                }
                if (inside(j) && !in) {
                    otherWays += p.most()[r] - p.least()[r];
                }
                otherWays += in ? outside(r) : 0;
            }
            if (inside(j) && free > 0) {
                demand.merge("不限角色", free, Integer::sum);
                places += free;
                touched = true;
            }
            subjects += touched ? 1 : 0;
        }
        StringBuilder text = new StringBuilder();
        text.append(subjects).append("个对象需要").append(places).append("个名额（");
        demand.forEach((role, n) -> text.append(role).append(n).append('、'));
        text.setLength(text.length() - 1);
        text.append("），可用人员").append(people).append("名");
        long equal = caps.stream().distinct().count();
        if (equal == 1) {
            text.append("×每人上限").append(caps.get(0)).append('=').append(capacity);
        } else {
            text.append("，上限合计").append(capacity);
        }
        if (otherWays > 0) {
            text.append("，另有").append(otherWays).append("个名额可由他人承担");
        }
        return text.append("，缺")
                .append(places - capacity - otherWays)
                .append("个")
                .toString();
    }

    private boolean inside(int node) {
        return flow.reached(node);
    }

    private long outside(int role) {
        long count = 0;
        for (int e = p.pairStart()[role]; e < p.pairStart()[role + 1]; e++) {
            count += inside(p.subjects() + p.roles() + p.person()[e]) ? 0 : 1;
        }
        return count;
    }
}
