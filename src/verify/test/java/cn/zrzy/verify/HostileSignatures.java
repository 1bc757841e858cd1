package cn.zrzy.verify;

import static cn.zrzy.verify.HandMadeStamp.ROOT_KEY;
import static cn.zrzy.verify.HandMadeStamp.TSA_KEY;
import static cn.zrzy.verify.HandMadeStamp.bits;
import static cn.zrzy.verify.HandMadeStamp.integer;
import static cn.zrzy.verify.HandMadeStamp.oid;
import static cn.zrzy.verify.HandMadeStamp.seq;
import static cn.zrzy.verify.HandMadeStamp.tlv;

import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;

/** The part of {@link HostileStamps} that is about the signature and who made it. */
final class HostileSignatures {

    private final HostileStamps table;

    private HostileSignatures(HostileStamps table) {
        this.table = table;
    }

    static void rows(HostileStamps table) {
        new HostileSignatures(table).signatures();
    }

    private void signed(String name, UnaryOperator<byte[]> change) {
        table.bad(name, o -> new HandMadeStamp(o) {
            @Override
            byte[] signature(byte[] covered) {
                return change.apply(covered);
            }
        });
    }

    private void signatures() {
        BigInteger n = Curve.P256.n();
        signed("a third element in SEQUENCE { r, s }", m -> {
            BigInteger[] rs = TSA_KEY.numbers(Hash.SHA_256.of(m));
            return tlv(4, seq(integer(rs[0]), integer(rs[1]), integer(BigInteger.ONE)));
        });
        signed("s with a needless zero", m -> {
            BigInteger[] rs = TSA_KEY.numbers(Hash.SHA_256.of(m));
            return tlv(4, seq(integer(rs[0]), tlv(2, new byte[2], rs[1].toByteArray())));
        });
        signed("s above the order", m -> {
            BigInteger[] rs = TSA_KEY.numbers(Hash.SHA_256.of(m));
            return tlv(4, seq(integer(rs[0]), integer(rs[1].add(n))));
        });
        signed("r and s zero", m -> tlv(4, seq(integer(BigInteger.ZERO), integer(BigInteger.ZERO))));
        signed("an empty INTEGER", m -> tlv(4, seq(tlv(2), integer(BigInteger.ONE))));
        signed("the signature as BIT STRING", m -> bits(TSA_KEY.sign(m)));
        signed("by another key", m -> tlv(4, ROOT_KEY.sign(m)));
        table.bad("ECDSA over SM3", o -> new HandMadeStamp(o) {
            @Override
            byte[] algorithm() {
                return seq(oid("1.2.156.10197.1.501"));
            }

            @Override
            byte[] signature(byte[] covered) {
                BigInteger[] rs = TSA_KEY.numbers(Hash.SM3.of(covered));
                return tlv(4, seq(integer(rs[0]), integer(rs[1])));
            }
        });
        table.bad("signer named by key identifier", o -> new HandMadeStamp(o) {
            @Override
            byte[] sid() {
                return tlv(0x80, new byte[20]);
            }

            @Override
            HandMadeCertificate tsa() {
                return new HandMadeCertificate("TSA", "Root", TSA_KEY, ROOT_KEY) {
                    @Override
                    List<byte[]> extensions() {
                        return List.of(purpose("1.3.6.1.5.5.7.3.8"), extension("2.5.29.14", tlv(4, new byte[20])));
                    }
                };
            }
        });
        table.bad("two signers", o -> new HandMadeStamp(o) {
            @Override
            List<byte[]> signers() {
                return List.of(signer(), signer());
            }
        });
        table.bad("no signer", o -> new HandMadeStamp(o) {
            @Override
            List<byte[]> signers() {
                return List.of();
            }
        });
        table.bad("no certificate", o -> new HandMadeStamp(o) {
            @Override
            List<byte[]> certificates() {
                return List.of();
            }
        });
        table.bad("a byte after the token", o -> new HandMadeStamp(o) {
            @Override
            byte[] token() {
                return join(super.token(), new byte[1]);
            }
        });
    }
}
