package cn.zrzy.hub.draw.paper;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.canon.Jcs;
import cn.zrzy.hub.draw.canon.JcsReader;
import cn.zrzy.hub.draw.canon.Stamps;
import cn.zrzy.hub.draw.match.TeamDraw;
import cn.zrzy.hub.draw.match.flow.TeamProblem;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.outcome.TeamSeat;
import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** The result files, both ways. */
public final class ResultPaper {

    private static final String PICK_HEADER = "stratum,rank,object,ticket";
    private static final String SEAT_HEADER = "object,role,inspector,ticket";

    private ResultPaper() {}

    public static byte[] picks(List<Pick> picks) {
        List<String> lines = new ArrayList<>(List.of(PICK_HEADER));
        picks.forEach(p -> lines.add(p.stratum() + "," + p.rank() + "," + p.subjectId() + "," + p.ticket()));
        return Evidence.lines(lines);
    }

    public static byte[] seats(List<TeamSeat> seats) {
        List<String> lines = new ArrayList<>(List.of(SEAT_HEADER));
        seats.forEach(s -> lines.add(s.subjectId() + "," + s.role() + "," + s.inspectorId() + "," + s.ticket()));
        return Evidence.lines(lines);
    }

    public static List<Pick> readPicks(byte[] file) {
        return rows(file).stream()
                .map(f -> new Pick(f[0], Integer.parseInt(f[1]), f[2], f[3]))
                .toList();
    }

    public static List<TeamSeat> readSeats(byte[] file) {
        return rows(file).stream()
                .map(f -> new TeamSeat(f[0], f[1], f[2], f[3]))
                .toList();
    }

    private static List<String[]> rows(byte[] file) {
        List<String> lines = JcsReader.lines(file);
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    /** Fills every unguessable prefix: nobody can try out contents of a closed file against its published hash. */
    public static byte[] salt(DrawHash hash, byte[] used) {
        return used.length == 0 ? new byte[32] : Hash.of(hash).digest(Bytes.lp("SSJ/salt/v1"), Bytes.lp(used));
    }

    public static byte[] eligibility(byte[] salt, List<String> subjects, List<List<List<Integer>>> eligible) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Bytes.utf8("SSJELG01"));
        out.writeBytes(salt);
        out.writeBytes(Bytes.u32(subjects.size()));
        for (int j = 0; j < subjects.size(); j++) {
            byte[] id = Bytes.utf8(subjects.get(j));
            out.write(id.length);
            out.writeBytes(id);
            out.write(eligible.get(j).size());
            for (List<Integer> role : eligible.get(j)) {
                out.writeBytes(Bytes.u32(role.size()));
                role.forEach(i -> out.writeBytes(Bytes.u32(i)));
            }
        }
        return out.toByteArray();
    }

    public static byte[] prices(byte[] salt, TeamProblem problem, List<long[]> levels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Bytes.utf8("SSJPRC01"));
        out.writeBytes(salt);
        out.writeBytes(Bytes.u32(levels.size()));
        for (long[] prices : levels) {
            for (int j = 0; j < problem.subjects(); j++) {
                out.writeBytes(Bytes.i64(prices[j]));
                for (int r = problem.roleStart()[j]; r < problem.roleStart()[j + 1]; r++) {
                    out.writeBytes(Bytes.i64(prices[problem.subjects() + r]));
                }
            }
            for (int i = 0; i < problem.people(); i++) {
                out.writeBytes(Bytes.i64(prices[problem.subjects() + problem.roles() + i]));
            }
        }
        return out.toByteArray();
    }

    /**
     * Recusals that touch a drawn subject, opened; the others stay leaves.
     *
     * @param picks drawn and reserve: a reserve that moves up needs its recusals in the open too
     */
    public static byte[] recusals(FrozenDraw frozen, List<Pick> picks) {
        Set<String> drawn = new HashSet<>();
        picks.forEach(p -> drawn.add(p.subjectId()));
        return Evidence.lines(frozen.request().recusals().stream()
                .filter(r -> drawn.contains(r.subjectId()))
                .map(PoolLines::line)
                .toList());
    }

    /** Adds result.json over the files so far, and its signatures. */
    public static void close(
            SortedMap<String, byte[]> files,
            FrozenDraw frozen,
            OffsetDateTime at,
            Abandonment abandonment,
            String seed,
            TeamDraw.Teams teams,
            Signatures signatures) {
        Map<String, Object> paper = new HashMap<>();
        paper.put("at", Stamps.text(at));
        // result.json of an unannounced draw is public at once and must name nobody; who was left follows from the
        // tickets.
        paper.put("deferred", frozen.request().disclosure().announced() ? teams.deferred() : List.of());
        paper.put("drawNo", frozen.drawNo());
        paper.put("files", Evidence.table(files));
        paper.put("ladder", teams.ladder());
        paper.put("manifest", Evidence.pair(frozen.manifest()));
        paper.put("reason", abandonment == null ? "" : abandonment.reason());
        paper.put("approver", abandonment == null ? "" : abandonment.approver());
        paper.put("seed", seed);
        List<Object> shortfalls = new ArrayList<>();
        for (int i = 0; i < teams.shortfalls().size(); i++) {
            shortfalls.add(List.of(i, teams.shortfalls().get(i)));
        }
        paper.put("shortfalls", shortfalls);
        paper.put("status", abandonment == null ? "drawn" : "shadow");
        files.put("result.json", Jcs.document(paper));
        Evidence.sign(files, "result.json", signatures);
    }

    @SuppressWarnings("unchecked")
    public static DrawOutcome read(SortedMap<String, byte[]> files, List<String> findings) {
        Map<String, Object> paper = JcsReader.document(files.get("result.json"), "result.json");
        byte[] seed = files.get("seed.json");
        byte[] reserve = files.get("reserve.csv");
        return new DrawOutcome(
                (String) paper.get("drawNo"),
                Stamps.time(paper.get("at")),
                "shadow".equals(paper.get("status")),
                (String) paper.get("seed"),
                seed == null
                        ? List.of()
                        : (List<String>) JcsReader.document(seed, "seed.json").get("missing"),
                readPicks(files.get("result.objects.csv")),
                reserve == null ? List.of() : readPicks(reserve),
                readSeats(files.get("result.teams.csv")),
                (List<String>) paper.get("deferred"),
                ((Long) paper.get("ladder")).intValue(),
                RulesPaper.read(paper, "shortfalls", row -> (String) row.get(1)),
                findings,
                files);
    }
}
