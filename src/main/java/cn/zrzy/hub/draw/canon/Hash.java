package cn.zrzy.hub.draw.canon;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A digest at work; keeps scratch space, so one per thread. */
public abstract class Hash {

    public static final int SIZE = 32;

    public static Hash of(DrawHash hash) {
        return hash == DrawHash.SM3 ? new OfSm3() : new OfSha256();
    }

    public abstract void digest(byte[] message, int length, byte[] out, int at);

    public byte[] digest(byte[]... parts) {
        byte[] message = parts.length == 1 ? parts[0] : Bytes.join(parts);
        byte[] out = new byte[SIZE];
        digest(message, message.length, out, 0);
        return out;
    }

    public String hex(byte[]... parts) {
        return Bytes.hex(digest(parts));
    }

    private static final class OfSm3 extends Hash {
        private final Sm3 sm3 = new Sm3();

        @Override
        public void digest(byte[] message, int length, byte[] out, int at) {
            sm3.digest(message, length, out, at);
        }
    }

    private static final class OfSha256 extends Hash {
        private final MessageDigest sha;

        OfSha256() {
            try {
                sha = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        @Override
        public void digest(byte[] message, int length, byte[] out, int at) {
            sha.update(message, 0, length);
            try {
                sha.digest(out, at, SIZE);
            } catch (DigestException e) {
                throw new IllegalStateException("32 bytes do not fit", e);
            }
        }
    }
}
