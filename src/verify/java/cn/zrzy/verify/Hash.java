package cn.zrzy.verify;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The two digests of the protocol: SM3 (GB/T 32905-2016), written out here, and SHA-256 (FIPS 180-4) of the JDK. */
enum Hash {
    SM3("SM3") {
        @Override
        byte[] of(byte[] message) {
            return Sm3.digest(message);
        }
    },
    SHA_256("SHA-256") {
        @Override
        byte[] of(byte[] message) {
            return jdk("SHA-256", message);
        }
    };

    final String label;

    Hash(String label) {
        this.label = label;
    }

    abstract byte[] of(byte[] message);

    final String hex(byte[] message) {
        return HexFormat.of().formatHex(of(message));
    }

    static Hash named(String label) {
        for (Hash hash : values()) {
            if (hash.label.equals(label)) {
                return hash;
            }
        }
        throw new Refused("E-SCHEMA", "hash", "unknown hash " + label);
    }

    /** @param name SHA-1, SHA-256, SHA-384 or SHA-512; the protocol itself uses the second, stamps any of them */
    static byte[] jdk(String name, byte[] message) {
        try {
            return MessageDigest.getInstance(name).digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }

    /** Length-prefixed parts joined: injective, unlike plain concatenation. */
    static byte[] lengthPrefixed(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(ByteBuffer.allocate(4).putInt(part.length).array());
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] out = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, out, at, part.length);
            at += part.length;
        }
        return out;
    }
}
