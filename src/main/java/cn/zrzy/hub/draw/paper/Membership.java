package cn.zrzy.hub.draw.paper;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Jcs;
import cn.zrzy.hub.draw.canon.JcsReader;
import cn.zrzy.hub.draw.lottery.Quotas;
import cn.zrzy.hub.draw.lottery.TicketMill;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.outcome.Standing;
import cn.zrzy.hub.draw.seed.SeedRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;

/**
 * "我在不在名单里": inclusion proofs, absence by two neighbours in the sorted pool, and how a subject fared. Holds the
 * pool's tree, so that many may ask of one draw.
 */
@NamedInterface("paper")
public final class Membership {

    private final FrozenDraw frozen;
    private final List<String> lines;
    private final MerkleTree tree;
    private final DrawHash hash;

    public Membership(FrozenDraw frozen) {
        this.frozen = frozen;
        hash = frozen.request().rules().hash();
        lines = JcsReader.lines(frozen.files().get("objects.jsonl"));
        Evidence.Leaves leaves = Evidence.Leaves.of(lines);
        tree = new MerkleTree(hash == DrawHash.SM3 ? leaves.sm3() : leaves.sha256(), hash);
    }

    /** The subject as it was frozen. */
    public Optional<PoolSubject> subject(String subjectId) {
        int at = lowerBound(subjectId);
        List<PoolSubject> pool = frozen.request().subjects();
        return at < pool.size() && pool.get(at).id().equals(subjectId) ? Optional.of(pool.get(at)) : Optional.empty();
    }

    /**
     * Ticket and rank of a subject of the pool in each of its strata; none when it was excluded.
     *
     * @param secret 64 hex: the opened secret of an unannounced draw; else ""
     */
    public List<Standing> standings(DrawOutcome outcome, String secret, String subjectId) {
        PoolSubject subject = subject(subjectId).orElseThrow();
        if (!subject.exclusionCode().isEmpty()) {
            return List.of();
        }
        List<Standing> standings = new ArrayList<>();
        for (String item : subject.itemCodes()) {
            String code = Quotas.code(frozen.request().rules(), subject, item);
            List<Pick> drawn = in(code, outcome.picks());
            Stream<Pick> listed = Stream.concat(drawn.stream(), in(code, outcome.reserves()).stream());
            int rank = listed.filter(p -> p.subjectId().equals(subjectId))
                    .mapToInt(Pick::rank)
                    .findFirst()
                    .orElse(0);
            boolean isDrawn = drawn.stream().anyMatch(p -> p.subjectId().equals(subjectId));
            String cutoff = drawn.isEmpty() ? "" : drawn.get(drawn.size() - 1).ticket();
            standings.add(new Standing(code, rank, isDrawn, ticket(outcome, secret, subject), cutoff));
        }
        return standings;
    }

    private String ticket(DrawOutcome outcome, String secret, PoolSubject subject) {
        if (!frozen.request().mode().provable()) {
            return "";
        }
        byte[] used = SeedRules.used(hash, Bytes.unhex(outcome.seed()), Bytes.unhex(secret));
        return Bytes.hex(new TicketMill(hash, used).ticket(subject.id()));
    }

    private static List<Pick> in(String stratum, List<Pick> picks) {
        return picks.stream().filter(p -> p.stratum().equals(stratum)).toList();
    }

    private int lowerBound(String subjectId) {
        List<PoolSubject> pool = frozen.request().subjects();
        int low = 0;
        int high = pool.size();
        while (low < high) {
            int mid = low + high >>> 1;
            if (pool.get(mid).id().compareTo(subjectId) < 0) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }

    /** The JSON proof, docs/draw/bundle-format.md §3. */
    public String proof(String subjectId) {
        int low = lowerBound(subjectId);
        if (subject(subjectId).isPresent()) {
            return Jcs.write(inclusion(low));
        }
        Map<String, Object> absence = new HashMap<>();
        absence.put("absent", subjectId);
        absence.put("drawNo", frozen.drawNo());
        absence.put("left", low > 0 ? inclusion(low - 1) : "");
        absence.put("right", low < lines.size() ? inclusion(low) : "");
        return Jcs.write(absence);
    }

    private Map<String, Object> inclusion(int index) {
        Map<String, Object> proof = new HashMap<>();
        proof.put("drawNo", frozen.drawNo());
        proof.put("hash", hash.label());
        proof.put("index", index);
        proof.put("line", lines.get(index));
        proof.put("path", tree.path(index).stream().map(Bytes::hex).toList());
        proof.put("root", Bytes.hex(tree.root()));
        proof.put("size", lines.size());
        return proof;
    }
}
