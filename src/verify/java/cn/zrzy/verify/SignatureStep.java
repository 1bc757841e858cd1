package cn.zrzy.verify;

import java.time.ZoneOffset;
import java.util.List;

/** Step 3: signatures, stamps, and the order commitment < reveal < event < result. */
final class SignatureStep {

    private SignatureStep() {}

    static void check(Bundle b) {
        Manifest m = b.manifest();
        boolean drawn = !b.stage().equals("FROZEN");
        for (String name :
                drawn ? List.of("manifest.json", "seal.json", "result.json") : List.of("manifest.json", "seal.json")) {
            byte[] raw = b.raw(name);
            byte[] sm2 = b.signature(name + ".sm2");
            Refused.unless(Signatures.sm2(Bits.unhex(m.sm2()), raw, sm2), "E-SIG-SM2", name + ".sm2", "");
            byte[] ed25519 = b.signature(name + ".ed25519");
            boolean good = Signatures.ed25519(Bits.unhex(m.ed25519()), raw, ed25519);
            Refused.unless(good, "E-SIG-ED25519", name + ".ed25519", "");
        }
        String at = m.frozenAt();
        String stamped = stamp(b, "manifest.json");
        if (!stamped.isEmpty()) {
            boolean soon = at.compareTo(stamped) <= 0 && stamped.compareTo(Text.later(at, 24)) <= 0;
            Refused.unless(soon, "E-ORDER", "manifest.json.tsr", "");
            at = stamped;
        }
        if (!m.platform()) {
            Refused.unless(at.compareTo(m.revealDeadline()) < 0, "E-ORDER", "manifest.json", "revealDeadline");
            for (Manifest.Source s : m.sources()) {
                boolean after = m.revealDeadline().compareTo(s.eventTime()) < 0;
                Refused.unless(after, "E-ORDER", "manifest.json", s.name());
            }
        }
        if (drawn) {
            String done = b.result().at();
            boolean last = done.compareTo(m.frozenAt()) >= 0
                    && m.sources().stream().allMatch(s -> done.compareTo(s.eventTime()) >= 0);
            Refused.unless(last, "E-ORDER", "result.json", "");
            String sealed = stamp(b, "result.json");
            Refused.unless(sealed.isEmpty() || sealed.compareTo(done) >= 0, "E-ORDER", "result.json.tsr", "");
        }
    }

    /** The stamp's time, "" when no authority was configured. */
    private static String stamp(Bundle b, String name) {
        if (b.manifest().stampAuthority().isEmpty()) {
            return "";
        }
        String tsr = name + ".tsr";
        Refused.unless(b.has(tsr), "E-STAMP", tsr, "missing");
        byte[] token = b.raw(tsr);
        try {
            TimeStamp stamp = TimeStamp.read(token, b.raw(name));
            b.notes.add(tsr + ": " + stamp.root());
            return Text.time(stamp.at().atOffset(ZoneOffset.UTC));
        } catch (IllegalArgumentException e) {
            throw new Refused("E-STAMP", tsr, e.getMessage());
        }
    }
}
