package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published vectors, in all three languages: GB/T 32905, GM/T 0003.5, RFC 8032, RFC 9162's tree, draw-protocol.md §3. */
class VectorTests {

    /** GB/T 32905-2016 appendix A. */
    @ParameterizedTest
    @CsvSource({
        "abc, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd, debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    })
    void sm3(String message, String digest) {
        assertThat(Hash.SM3.hex(Text.utf8(message))).isEqualTo(digest);
        assertThat(Trio.get().evalPython("v.sm3_own(b'" + message + "').hex()")).isEqualTo(digest);
        assertThat(Trio.get().evalJs("hex(sm3(utf8('" + message + "')))")).isEqualTo(digest);
    }

    /** FIPS 180-4 examples, and lengths around the padding's edges against the JDK. */
    @Test
    void sha256() {
        assertThat(Trio.get().evalJs("hex(sha256(utf8('abc')))"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        for (int n : new int[] {0, 55, 56, 63, 64, 65, 119, 120, 1000}) {
            byte[] zeros = new byte[n];
            assertThat(Trio.get().evalJs("hex(sha256(new Uint8Array(" + n + ")))"))
                    .isEqualTo(Hash.SHA_256.hex(zeros));
            assertThat(Trio.get().evalJs("hex(sm3(new Uint8Array(" + n + ")))")).isEqualTo(Hash.SM3.hex(zeros));
            assertThat(Trio.get().evalPython("v.sm3_own(bytes(" + n + ")).hex()"))
                    .isEqualTo(Hash.SM3.hex(zeros));
        }
        assertThat(Trio.get().evalJs("hex(sha512(utf8('abc')))"))
                .isEqualTo("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
    }

    /** GM/T 0003.5-2012 appendix A.2: the recommended curve, "message digest", the default user id. */
    @Test
    void sm2() {
        String x = "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020";
        String y = "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
        String r = "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3";
        String s = "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";
        for (boolean good : new boolean[] {true, false}) {
            String message = good ? "message digest" : "message digesu";
            assertThat(Signatures.sm2(Bits.unhex("04" + x + y), Text.utf8(message), Bits.unhex(r + s)))
                    .isEqualTo(good);
            assertThat(Trio.get()
                            .evalPython("v.sm2_verify((0x%s, 0x%s), b'%s', 0x%s, 0x%s)".formatted(x, y, message, r, s)))
                    .isEqualToIgnoringCase(String.valueOf(good));
            assertThat(Trio.get()
                            .evalJs("sm2Verify([0x%sn, 0x%sn], utf8('%s'), 0x%sn, 0x%sn)"
                                    .formatted(x, y, message, r, s)))
                    .isEqualTo(String.valueOf(good));
        }
    }

    /** RFC 8032 §7.1, tests 1 to 3, and each with S raised by the group order, which must not pass. */
    @ParameterizedTest
    @CsvSource({
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '', e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72, 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82, 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void ed25519(String key, String message, String signature) {
        ed25519(key, message, signature, true);
        ed25519(key, message + "00", signature, false);
        byte[] raised = Bits.unhex(signature);
        byte[] order = Bits.unhex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        int carry = 0;
        for (int i = 0; i < 32; i++) {
            carry += (raised[32 + i] & 0xff) + (order[i] & 0xff);
            raised[32 + i] = (byte) carry;
            carry >>= 8;
        }
        ed25519(key, message, Bits.hex(raised), false);
    }

    private static void ed25519(String key, String message, String signature, boolean good) {
        assertThat(Signatures.ed25519(Bits.unhex(key), Bits.unhex(message), Bits.unhex(signature)))
                .isEqualTo(good);
        assertThat(Trio.get()
                        .evalPython("v.ed25519_verify(*[bytes.fromhex(x) for x in ('%s', '%s', '%s')])"
                                .formatted(key, message, signature)))
                .isEqualToIgnoringCase(String.valueOf(good));
        assertThat(Trio.get()
                        .evalJs("ed25519Verify(unhex('%s'), unhex('%s'), unhex('%s'))"
                                .formatted(key, message, signature)))
                .isEqualTo(String.valueOf(good));
    }

    /** The root of every size from 0 to 40, and every inclusion path, agree; a path for another size does not. */
    @Test
    void merkleTrees() {
        for (int n = 0; n <= 40; n++) {
            List<byte[]> leaves = java.util.stream.IntStream.range(0, n)
                    .mapToObj(i -> Merkle.leaf(Hash.SHA_256, new byte[] {(byte) i}))
                    .toList();
            String root = Bits.hex(Merkle.root(Hash.SHA_256, leaves));
            assertThat(Trio.get()
                            .evalPython("v.merkle_root(v.sha256, [v.leaf_hash(v.sha256, bytes([i])) for i in range(" + n
                                    + ")]).hex()"))
                    .isEqualTo(root);
            assertThat(Trio.get()
                            .evalJs("hex(merkleRoot(sha256, Array.from({ length: " + n
                                    + " }, (_, i) => leafHash(sha256, Uint8Array.of(i)))))"))
                    .isEqualTo(root);
            for (int i = 0; i < n; i++) {
                List<byte[]> path = Merkle.path(Hash.SHA_256, i, leaves);
                byte[] found = Merkle.rootFromPath(Hash.SHA_256, leaves.get(i), i, n, path);
                assertThat(Bits.hex(found)).isEqualTo(root);
                byte[] shifted = Merkle.rootFromPath(Hash.SHA_256, leaves.get(i), i ^ 1, n, path);
                assertThat(n == 1 || !Arrays.equals(shifted, Bits.unhex(root))).isTrue();
            }
        }
    }

    /** draw-protocol.md §3. */
    @ParameterizedTest
    @CsvSource({
        "SM3, 57105643637f395d15740c8aa2312a84dfb8195702c6ec14a925af2731291c48, ae56e0865c8156219adce9cdac4806f511858ceefb96de35d9456698e4224a11, 5956b0fa5f",
        "SHA-256, d7a606c0ff57f3c01dfbfc00a8de264f5427cca5d4a07277b3f50b21ab455086, 15edc7bc226f1e767f20e4413b1fbbe13628c84b027cf61ab0f27b69cd898014, 803cab7f4a"
    })
    void protocol(String name, String seed, String ticket, String pair) {
        List<String> parts = List.of(
                "SSJ/seed/v1",
                "XCZRZY-2026-03",
                "notary-dice:31415926535897932384",
                "KL8-2026-061:01.05.08.12.17.20.23.28.31.36.41.44.49.52.58.60.66.71.77.80",
                "commit-reveal:aa11|bb22|cc33");
        Hash h = Hash.named(name);
        byte[] s = h.of(Hash.lengthPrefixed(parts.stream().map(Text::utf8).toArray(byte[][]::new)));
        assertThat(Bits.hex(s)).isEqualTo(seed);
        byte[] object = Text.utf8("91411000MA12345678");
        byte[] inspector = Text.utf8("ZF-41100-0007");
        assertThat(h.hex(Hash.join(Text.utf8("SSJ1"), s, new byte[] {18}, object)))
                .isEqualTo(ticket);
        String full = h.hex(Hash.join(Text.utf8("SSJ2"), s, new byte[] {18}, object, new byte[] {13}, inspector));
        assertThat(full).startsWith(pair);
        String python = "v.HASHES['%s'](b''.join(v.lp(x.encode()) for x in %s)).hex()";
        assertThat(Trio.get()
                        .evalPython(python.formatted(
                                name,
                                parts.stream().map(p -> "'" + p + "'").toList().toString())))
                .isEqualTo(seed);
        String js = "hex(HASHES['%s'](concat(...%s.map(x => lp(utf8(x))))))";
        assertThat(Trio.get()
                        .evalJs(js.formatted(
                                name,
                                parts.stream().map(p -> "'" + p + "'").toList().toString())))
                .isEqualTo(seed);
        assertThat(Trio.get()
                        .evalJs(
                                "hex(HASHES['%s'](concat(utf8('SSJ1'), unhex('%s'), Uint8Array.of(18), utf8('91411000MA12345678'))))"
                                        .formatted(name, seed)))
                .isEqualTo(ticket);
    }
}
