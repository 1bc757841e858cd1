package cn.zrzy.hub.ceremony.seed;

import cn.zrzy.hub.ceremony.record.DrawCalls;
import cn.zrzy.hub.ceremony.record.SealedSecrets;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.model.Disclosure;
import cn.zrzy.hub.draw.seed.SharedSecret;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the secret of an unannounced draw closed (密封值保管). It is made outside the hub by the keepers; before the draw
 * the hub knows its digest only, at the draw any two of three shares give it, and from then on the hub needs it for
 * corrections and for the opening.
 */
@Service("secretDesk")
@Transactional
public class SecretDesk {

    private final Schemes schemes;
    private final DrawCalls calls;
    private final SealedSecrets secrets;
    private final DrawSettings settings;

    SecretDesk(Schemes schemes, DrawCalls calls, SealedSecrets secrets, DrawSettings settings) {
        this.schemes = schemes;
        this.calls = calls;
        this.secrets = secrets;
        this.settings = settings;
    }

    /** Takes the digest H(S) before the freeze; the first one stands. */
    public Entered seal(String drawNo, DrawDesk.Entry entry) {
        DrawCalls.Call call = calls.find(drawNo).orElseThrow(() -> unknown(drawNo));
        Rejected.unless(!call.frozen(), "E-DRAW-FROZEN", "抽取 " + drawNo + " 的名单已冻结，不再接受密封值摘要", "drawNo");
        Rejected.unless(
                schemes.find(call.schemeNo())
                        .map(scheme -> scheme.terms().unannounced())
                        .orElse(false),
                "E-DRAW-SECRET",
                "抽取 " + drawNo + " 是预告的抽取，没有密封值",
                "drawNo");
        Rejected.unless(
                entry.value() != null && entry.value().matches("[0-9a-f]{64}"),
                "E-DRAW-COMMITMENT",
                "密封值摘要应为64位十六进制",
                "value");
        return Entered.of(drawNo, "", secrets.seal(drawNo, entry.value()));
    }

    /**
     * Takes one keeper's share, after the freeze; a keeper may hand in a better one. The hub keeps the secret as soon as any
     * two shares open what was sealed, so a false share stops nobody.
     */
    public Entered share(String drawNo, DrawDesk.Entry entry) {
        SealedSecrets.Sealed sealed = secrets.hold(drawNo)
                .orElseThrow(() -> new Rejected("E-DRAW-SECRET", "抽取 " + drawNo + " 没有密封值", Place.field("drawNo")));
        Rejected.unless(
                calls.find(drawNo).map(DrawCalls.Call::frozen).orElse(false), "E-DRAW-SECRET", "名单冻结之前不收分存件", "drawNo");
        Rejected.unless(
                settings.keepers().contains(entry.name()), "E-DRAW-KEEPER", "“" + entry.name() + "”不是密封值的保管方", "name");
        if (sealed.secret() != null) {
            return new Entered(drawNo, entry.name(), false, true, false);
        }
        SharedSecret.check(entry.value());
        secrets.hand(drawNo, entry.name(), entry.value());
        List<String> shares = secrets.shares(drawNo);
        Optional<byte[]> secret = SharedSecret.open(shares, DrawHash.SM3, sealed.secretHash());
        secret.ifPresent(value -> secrets.joined(drawNo, HexFormat.of().formatHex(value)));
        return new Entered(drawNo, entry.name(), true, secret.isPresent(), secret.isEmpty() && shares.size() > 1);
    }

    /** What the manifest says about when the details open. */
    public Disclosure disclosure(Scheme scheme, String drawNo) {
        if (!scheme.terms().unannounced()) {
            return Disclosure.open();
        }
        String hash = secrets.find(drawNo)
                .map(SealedSecrets.Sealed::secretHash)
                .orElseThrow(() -> new TryLater("抽取 " + drawNo + " 不预告，等待保管方提交密封值摘要"));
        return new Disclosure(false, scheme.terms().openAt(), hash);
    }

    /**
     * @return 64 hex, or "" for an announced draw
     * @throws TryLater until two keepers have handed in their shares
     */
    public String secret(String drawNo, Disclosure disclosure) {
        if (disclosure.announced()) {
            return "";
        }
        return secrets.find(drawNo)
                .map(SealedSecrets.Sealed::secret)
                .orElseThrow(() -> new TryLater("抽取 " + drawNo + " 等待两个保管方交来密封值分存件："
                        + secrets.shares(drawNo).size() + "/2"));
    }

    private static Rejected unknown(String drawNo) {
        return new Rejected("E-DRAW-UNKNOWN", "没有编号为 " + drawNo + " 的抽取", Place.field("drawNo"));
    }
}
