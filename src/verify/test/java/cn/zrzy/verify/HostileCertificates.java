package cn.zrzy.verify;

import static cn.zrzy.verify.HandMadeStamp.ROOT_KEY;
import static cn.zrzy.verify.HandMadeStamp.TSA_KEY;
import static cn.zrzy.verify.HandMadeStamp.bits;
import static cn.zrzy.verify.HandMadeStamp.integer;
import static cn.zrzy.verify.HandMadeStamp.join;
import static cn.zrzy.verify.HandMadeStamp.oid;
import static cn.zrzy.verify.HandMadeStamp.seq;
import static cn.zrzy.verify.HandMadeStamp.tlv;

import cn.zrzy.verify.HandMadeStamp.Order;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The part of {@link HostileStamps} that is about certificates and their keys. */
final class HostileCertificates {

    static final HandMadeKeys.Key RSA = new HandMadeKeys.Rsa(2048, 65537);

    private final HostileStamps table;

    private HostileCertificates(HostileStamps table) {
        this.table = table;
    }

    static void rows(HostileStamps table) {
        HostileCertificates rows = new HostileCertificates(table);
        rows.keys();
        rows.strangers();
        rows.signersOwn();
    }

    static Function<Order, HandMadeStamp> with(HandMadeCertificate tsa, HandMadeCertificate... above) {
        return o -> new HandMadeStamp(o) {
            @Override
            HandMadeCertificate tsa() {
                return tsa;
            }

            @Override
            List<byte[]> certificates() {
                List<byte[]> out = new ArrayList<>(List.of(tsa.der()));
                for (HandMadeCertificate c : above) {
                    out.add(c.der());
                }
                return out;
            }
        };
    }

    static HandMadeCertificate tsa(HandMadeKeys.Key key) {
        return new HandMadeCertificate("TSA", "Root", key, ROOT_KEY);
    }

    private void keys() {
        table.good("RSA", with(tsa(RSA), HandMadeCertificate.root()));
        table.good("SM2 over SHA-256 imprint", with(tsa(new HandMadeKeys.Sm()), HandMadeCertificate.root()));
        table.good("RSA, named by its key's algorithm", o -> new HandMadeStamp(o) {
            @Override
            HandMadeCertificate tsa() {
                return HostileCertificates.tsa(RSA);
            }

            @Override
            byte[] algorithm() {
                return seq(oid("1.2.840.113549.1.1.1"), HandMadeKeys.NULL);
            }
        });
        table.bad("RSA of 1024 bits", with(tsa(new HandMadeKeys.Rsa(1024, 65537)), HandMadeCertificate.root()));
        table.bad(
                "RSA with DigestInfo without NULL",
                with(
                        tsa(new HandMadeKeys.Rsa(2048, 65537) {
                            @Override
                            byte[] digestInfo(byte[] message) {
                                return join(
                                        Bits.unhex("302f300b0609608648016503040201"), tlv(4, Hash.SHA_256.of(message)));
                            }
                        }),
                        HandMadeCertificate.root()));
        table.bad(
                "an RSA key by a length with a needless octet",
                with(
                        tsa(new HandMadeKeys.Rsa(2048, 65537) {
                            @Override
                            public byte[] info() {
                                byte[] numbers = join(integer(n), integer(BigInteger.valueOf(65537)));
                                byte[] head = {0x30, (byte) 0x83, 0, (byte) (numbers.length >> 8), (byte) numbers.length
                                };
                                return seq(
                                        seq(oid("1.2.840.113549.1.1.1"), HandMadeKeys.NULL), bits(join(head, numbers)));
                            }
                        }),
                        HandMadeCertificate.root()));
        table.bad("RSA with exponent 1", with(tsa(new HandMadeKeys.Rsa(2048, 1)), HandMadeCertificate.root()));
        table.bad("RSA-PSS", with(tsa(new HandMadeKeys.Pss()), HandMadeCertificate.root()));
        table.bad("a compressed key of the signer", with(key(TSA_KEY.point(true)), HandMadeCertificate.root()));
        byte[] off = TSA_KEY.point(false);
        off[64] ^= 1;
        table.bad("a key beside the curve", with(key(off), HandMadeCertificate.root()));
    }

    private static HandMadeCertificate key(byte[] point) {
        return new HandMadeCertificate("TSA", "Root", TSA_KEY, ROOT_KEY) {
            @Override
            byte[] info() {
                return HandMadeKeys.Ec.info(point);
            }
        };
    }

    private void strangers() {
        table.good(
                "an unrelated compressed key",
                with(tsa(TSA_KEY), HandMadeCertificate.root(), new HandMadeCertificate("X", "X", ROOT_KEY, ROOT_KEY) {
                    @Override
                    byte[] info() {
                        return HandMadeKeys.Ec.info(ROOT_KEY.point(true));
                    }
                }));
        table.good(
                "an unrelated Ed25519 key",
                with(tsa(TSA_KEY), HandMadeCertificate.root(), new HandMadeCertificate("X", "X", ROOT_KEY, ROOT_KEY) {
                    @Override
                    byte[] info() {
                        return seq(seq(oid("1.3.101.112")), bits(new byte[32]));
                    }
                }));
        table.bad(
                "an unrelated certificate with unused bits",
                with(tsa(TSA_KEY), HandMadeCertificate.root(), unused("X", "X", ROOT_KEY)));
        table.bad(
                "an unrelated certificate of four elements",
                with(tsa(TSA_KEY), HandMadeCertificate.root(), new HandMadeCertificate("X", "X", ROOT_KEY, ROOT_KEY) {
                    @Override
                    byte[] signature(byte[] body) {
                        return join(super.signature(body), HandMadeKeys.NULL);
                    }
                }));
    }

    private static HandMadeCertificate unused(String subject, String issuer, HandMadeKeys.Key key) {
        return new HandMadeCertificate(subject, issuer, key, ROOT_KEY) {
            @Override
            byte[] signature(byte[] body) {
                return tlv(3, new byte[] {1}, signer.sign(body), new byte[1]);
            }
        };
    }

    private void signersOwn() {
        table.bad(
                "unused bits in the signer's certificate",
                with(unused("TSA", "Root", TSA_KEY), HandMadeCertificate.root()));
        byte[] stamping = HandMadeCertificate.purpose("1.3.6.1.5.5.7.3.8");
        own("two purposes", HandMadeCertificate.purpose("1.3.6.1.5.5.7.3.8", "1.3.6.1.5.5.7.3.4"));
        own("another purpose", HandMadeCertificate.purpose("1.3.6.1.5.5.7.3.4"));
        own("no purpose", HandMadeCertificate.extension("2.5.29.19", seq()));
        own("a purpose twice", stamping, stamping);
        table.bad(
                "a certificate that ran out",
                with(
                        new HandMadeCertificate("TSA", "Root", TSA_KEY, ROOT_KEY) {
                            @Override
                            byte[] validity() {
                                return seq(tlv(0x17, "240101000000Z"), tlv(0x17, "250101000000Z"));
                            }
                        },
                        HandMadeCertificate.root()));
        table.bad(
                "a certificate with LF after its time",
                with(
                        new HandMadeCertificate("TSA", "Root", TSA_KEY, ROOT_KEY) {
                            @Override
                            byte[] validity() {
                                return seq(tlv(0x17, "250101000000Z"), tlv(0x18, "99991231235959Z\n"));
                            }
                        },
                        HandMadeCertificate.root()));
        table.bad(
                "a serial number of another spelling",
                with(
                        new HandMadeCertificate("TSA", "Root", TSA_KEY, ROOT_KEY) {
                            @Override
                            byte[] serial() {
                                return tlv(2, new byte[2], BigInteger.TEN.toByteArray());
                            }
                        },
                        HandMadeCertificate.root()));
    }

    private void own(String name, byte[]... extensions) {
        table.bad(
                name,
                with(
                        new HandMadeCertificate("TSA", "Root", TSA_KEY, ROOT_KEY) {
                            @Override
                            List<byte[]> extensions() {
                                return List.of(extensions);
                            }
                        },
                        HandMadeCertificate.root()));
    }
}
