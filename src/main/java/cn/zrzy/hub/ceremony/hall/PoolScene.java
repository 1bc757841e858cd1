package cn.zrzy.hub.ceremony.hall;

import cn.zrzy.hub.ceremony.record.StampPapers;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.Stratum;
import cn.zrzy.hub.kernel.Digest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the room sees of the frozen pool: its size, its quotas, and the fingerprints (指纹) by which it can be recognised. */
final class PoolScene {

    private PoolScene() {}

    /** @param stampedAt null while the manifest carries no time stamp */
    static DrawScene.Pool of(FrozenDraw frozen, OffsetDateTime stampedAt) {
        DrawRequest request = frozen.request();
        return new DrawScene.Pool(
                request.subjects().size(),
                request.inspectors().size(),
                request.recusals().size(),
                frozen.strata().stream().mapToInt(Stratum::quota).sum(),
                frozen.strata().stream().mapToInt(Stratum::basisPoints).min().orElse(0),
                frozen.strata().stream().mapToInt(Stratum::basisPoints).max().orElse(0),
                request.frozenAt(),
                request.stampAuthority(),
                stampedAt,
                fingerprints(frozen));
    }

    private static List<DrawScene.Fingerprint> fingerprints(FrozenDraw frozen) {
        byte[] manifest = frozen.files().get(StampPapers.MANIFEST);
        List<DrawScene.Fingerprint> prints = new ArrayList<>();
        prints.add(new DrawScene.Fingerprint("manifest", Digest.sm3(manifest), Digest.sha256(manifest)));
        Map<String, List<String>> roots = frozen.roots();
        for (String pool : List.of("objects", "inspectors")) {
            prints.add(new DrawScene.Fingerprint(
                    pool, roots.get(pool).get(0), roots.get(pool).get(1)));
        }
        return prints;
    }
}
