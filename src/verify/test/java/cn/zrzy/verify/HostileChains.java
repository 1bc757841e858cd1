package cn.zrzy.verify;

import static cn.zrzy.verify.HandMadeStamp.ROOT_KEY;
import static cn.zrzy.verify.HandMadeStamp.TSA_KEY;
import static cn.zrzy.verify.HandMadeStamp.join;
import static cn.zrzy.verify.HandMadeStamp.oid;
import static cn.zrzy.verify.HandMadeStamp.seq;
import static cn.zrzy.verify.HandMadeStamp.tlv;
import static cn.zrzy.verify.HostileCertificates.RSA;
import static cn.zrzy.verify.HostileCertificates.tsa;
import static cn.zrzy.verify.HostileCertificates.with;

import java.util.List;

/** The part of {@link HostileStamps} that is about who stands above the signer. */
final class HostileChains {

    private static final byte[] SHA1_RSA = seq(oid("1.2.840.113549.1.1.5"), HandMadeKeys.NULL);

    private final HostileStamps table;

    private HostileChains(HostileStamps table) {
        this.table = table;
    }

    static void rows(HostileStamps table) {
        new HostileChains(table).chains();
    }

    /** As many authorities above the signer, the last one its own. */
    private static HandMadeCertificate[] above(int count) {
        HandMadeCertificate[] out = new HandMadeCertificate[count];
        for (int i = 0; i < count; i++) {
            out[i] = new HandMadeCertificate("C" + i, "C" + Math.min(i + 1, count - 1), ROOT_KEY, ROOT_KEY);
        }
        return out;
    }

    private void chains() {
        HandMadeCertificate lowest = new HandMadeCertificate("TSA", "C0", TSA_KEY, ROOT_KEY);
        table.good("without the root", with(lowest));
        table.good("eight authorities above", with(lowest, above(8)));
        table.bad("nine authorities above", with(lowest, above(9)));
        table.bad(
                "authorities in a ring",
                with(
                        lowest,
                        new HandMadeCertificate("C0", "C1", ROOT_KEY, ROOT_KEY),
                        new HandMadeCertificate("C1", "C0", ROOT_KEY, ROOT_KEY)));
        table.bad(
                "the root signed by another",
                with(tsa(TSA_KEY), new HandMadeCertificate("Root", "Root", ROOT_KEY, TSA_KEY)));
        table.bad(
                "the signer signed by another",
                with(new HandMadeCertificate("TSA", "Root", TSA_KEY, TSA_KEY), HandMadeCertificate.root()));
        table.bad(
                "SHA-1 in the chain",
                with(
                        new HandMadeCertificate("TSA", "Root", TSA_KEY, RSA) {
                            @Override
                            byte[] algorithm() {
                                return SHA1_RSA;
                            }
                        },
                        new HandMadeCertificate("Root", "Root", RSA, RSA)));
        table.bad(
                "SHA-1 under the root",
                with(
                        new HandMadeCertificate("TSA", "Root", TSA_KEY, RSA),
                        new HandMadeCertificate("Root", "Root", RSA, sha1())));
        table.bad("an authority that is none", with(tsa(TSA_KEY), root(extension(tlv(1, new byte[1])))));
        table.bad("an authority by a BOOLEAN of two octets", with(tsa(TSA_KEY), root(extension(tlv(1, new byte[] {-1, 0
        })))));
        table.bad(
                "an authority by a length with a needless octet",
                with(tsa(TSA_KEY), root(HandMadeCertificate.extension("2.5.29.19", Bits.unhex("308103" + "0101ff")))));
        table.bad(
                "an authority without basic constraints",
                with(tsa(TSA_KEY), root(HandMadeCertificate.purpose("1.3.6.1.5.5.7.3.8"))));
        table.bad(
                "an authority that ran out",
                with(tsa(TSA_KEY), new HandMadeCertificate("Root", "Root", ROOT_KEY, ROOT_KEY) {
                    @Override
                    byte[] validity() {
                        return seq(tlv(0x17, "240101000000Z"), tlv(0x17, "250101000000Z"));
                    }
                }));
    }

    private static HandMadeKeys.Key sha1() {
        return new HandMadeKeys.Rsa(2048, 65537) {
            @Override
            public byte[] algorithm() {
                return SHA1_RSA;
            }

            @Override
            byte[] digestInfo(byte[] message) {
                return join(Bits.unhex("3021300906052b0e03021a05000414"), Hash.jdk("SHA-1", message));
            }
        };
    }

    private static byte[] extension(byte[] basic) {
        return HandMadeCertificate.extension("2.5.29.19", seq(basic));
    }

    private static HandMadeCertificate root(byte[]... extensions) {
        return new HandMadeCertificate("Root", "Root", ROOT_KEY, ROOT_KEY) {
            @Override
            List<byte[]> extensions() {
                return List.of(extensions);
            }
        };
    }
}
