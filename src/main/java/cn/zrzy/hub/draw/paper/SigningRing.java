package cn.zrzy.hub.draw.paper;

import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.model.PublicKeys;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.NamedInterface;

/**
 * 密钥环: the keys that sign new draws and those that did before. A draw names its keys in its manifest and all that is
 * ever signed for it is signed with these, so a change of keys touches no draw that was frozen before.
 */
@NamedInterface("paper")
public final class SigningRing {

    /**
     * 签名密钥 with its period of use.
     *
     * @param from first day, null when not told
     * @param until last day on which draws were frozen under it; null for the current one
     */
    public record Key(Signers signers, LocalDate from, LocalDate until) {}

    /** What the public is told about a key. */
    public record Published(PublicKeys keys, LocalDate from, LocalDate until) {}

    private final Map<PublicKeys, Signatures> signatures = new LinkedHashMap<>();
    private final List<Published> published = new ArrayList<>();

    /**
     * @param keys the current one first, then retired ones, the latest first
     * @throws cn.zrzy.hub.kernel.Rejected E-DRAW-KEY when a key is malformed, named twice, or its period is none
     */
    public SigningRing(List<Key> keys) {
        for (Key key : keys) {
            Signatures made = new Signatures(key.signers());
            PublicKeys names = made.keys();
            if (signatures.put(names, made) != null) {
                throw Refusal.of("E-DRAW-KEY", "同一把签名密钥列了两次：" + names.fingerprint());
            }
            if (published.isEmpty() != (key.until() == null)) {
                throw Refusal.of("E-DRAW-KEY", "停用的签名密钥须写明停用日期，现用的不得有：" + names.fingerprint());
            }
            if (key.from() != null && key.until() != null && key.until().isBefore(key.from())) {
                throw Refusal.of("E-DRAW-KEY", "签名密钥的停用日期早于启用日期：" + names.fingerprint());
            }
            published.add(new Published(names, key.from(), key.until()));
        }
    }

    /** A ring of one key, which is the current one. */
    public static SigningRing of(Signers signers) {
        return new SigningRing(List.of(new Key(signers, null, null)));
    }

    /** The current keys first, then retired ones. */
    public List<Published> published() {
        return List.copyOf(published);
    }

    public Signatures current() {
        return signatures.values().iterator().next();
    }

    /** @throws cn.zrzy.hub.kernel.Rejected E-DRAW-KEY-MISSING when the draw was frozen under keys that are not here */
    public Signatures of(PublicKeys keys) {
        Signatures known = signatures.get(keys);
        if (known == null) {
            throw Refusal.at(
                    "E-DRAW-KEY-MISSING",
                    "清单所写的签名公钥 " + keys.fingerprint() + " 不在密钥环中：换过密钥的，把旧密钥列入 draw.keys.retired；没有换过的，按清单被改处置",
                    "manifest.json",
                    0);
        }
        return known;
    }
}
