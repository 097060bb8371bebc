package org.openmyna.card.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocks that an attacker, or a careless issuer, might sign; each is signed with the true key. */
class CvSignatureTest {
    private static final RSAPublicKey KEY = Specimens.ISSUER_KEY;
    private static final byte[] CONTENT = Specimens.bytes(new Random(1), 70);
    private static final byte[] TRIPLE = Specimens.bytes(new Random(2), 96);
    private static final String DIGEST = HexFormat.of().formatHex(sha256(CONTENT));
    private static final String INFO = "3031300d060960864801650304020105000420" + DIGEST;
    private static final String TRIPLE_INFO =
            "3071300d060960864801650304020105000460" + HexFormat.of().formatHex(TRIPLE);

    record Attack(String name, String block) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Attack> attacks() {
        String rest = "ff".repeat(256 - 3 - 51);
        return List.of(
                new Attack("type 0", "0000" + "00".repeat(202) + "00" + INFO),
                new Attack("type 2", "0002" + rest + "00" + INFO),
                new Attack("first byte", "0101" + rest + "00" + INFO),
                new Attack("no end of padding", "0001" + rest + "ff" + INFO),
                new Attack(
                        "one byte of padding is not FF",
                        "0001fe" + rest.substring(2) + "00" + INFO),
                new Attack(
                        "eight bytes of padding and garbage behind",
                        "0001" + "ff".repeat(8) + "00" + INFO + "00".repeat(256 - 11 - 51)),
                new Attack(
                        "garbage inside the parameters",
                        "0001"
                                + "ff".repeat(8)
                                + "00"
                                + "3081f1"
                                + "3081cd060960864801650304020105"
                                + "81bf"
                                + "00".repeat(191)
                                + "0420"
                                + DIGEST),
                new Attack("garbage before", "0001" + "ff".repeat(201) + "00" + "aa" + INFO),
                new Attack("no DigestInfo", padded(DIGEST)),
                new Attack(
                        "name of SHA-1",
                        padded("3021300906052b0e03021a05000414" + DIGEST.substring(0, 40))),
                new Attack(
                        "name of SHA-384",
                        padded("3031300d060960864801650304020205000420" + DIGEST)),
                new Attack(
                        "name of SHA-512",
                        padded("3031300d060960864801650304020305000420" + DIGEST)),
                new Attack(
                        "no parameters",
                        padded("302f300b0609608648016503040201" + "0420" + DIGEST)),
                new Attack(
                        "long length", padded("308131300d060960864801650304020105000420" + DIGEST)),
                new Attack(
                        "31 bytes",
                        padded("3030300d06096086480165030402010500041f" + DIGEST.substring(2))),
                new Attack("other digest", padded(INFO.substring(0, 100) + "00")),
                new Attack(
                        "face record's form",
                        padded("3071300d060960864801650304020105000460" + DIGEST.repeat(3))));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void a_block_of_another_form_is_no_signature(Attack attack) {
        assertThat(CvSignature.verifies(KEY, CONTENT, signed(attack.block()))).isFalse();
    }

    static List<Attack> attacksOnTheTripleDigest() {
        String digests = HexFormat.of().formatHex(TRIPLE);
        return List.of(
                new Attack(
                        "95 bytes",
                        padded("3070300d06096086480165030402010500045f" + digests.substring(2))),
                new Attack("95 bytes, told as 96", padded(TRIPLE_INFO.substring(0, 228))),
                new Attack(
                        "97 bytes",
                        padded("3072300d060960864801650304020105000461" + digests + "00")),
                new Attack("97 bytes, told as 96", padded(TRIPLE_INFO + "00")),
                new Attack("name of SHA-1", padded("306d300906052b0e03021a05000460" + digests)),
                new Attack(
                        "name of SHA-512",
                        padded("3071300d060960864801650304020305000460" + digests)),
                new Attack("no DigestInfo", padded(digests)),
                new Attack(
                        "an ordinary signature",
                        padded(
                                "3031300d060960864801650304020105000420"
                                        + HexFormat.of().formatHex(sha256(TRIPLE)))),
                new Attack(
                        "the first digest only",
                        padded(
                                "3031300d060960864801650304020105000420"
                                        + digests.substring(0, 64))),
                new Attack(
                        "groups in another order",
                        padded(
                                "3071300d060960864801650304020105000460"
                                        + digests.substring(64)
                                        + digests.substring(0, 64))),
                new Attack(
                        "short padding",
                        "0001"
                                + "ff".repeat(8)
                                + "00"
                                + TRIPLE_INFO
                                + "00".repeat(256 - 11 - 115)));
    }

    @ParameterizedTest
    @MethodSource("attacksOnTheTripleDigest")
    void a_block_of_another_form_is_no_signature_of_a_face_record(Attack attack) {
        assertThat(CvSignature.verifiesTripleDigest(KEY, TRIPLE, signed(attack.block()))).isFalse();
    }

    @Test
    void the_right_block_is_a_signature() {
        assertThat(CvSignature.verifies(KEY, CONTENT, signed(padded(INFO)))).isTrue();
        assertThat(CvSignature.verifiesTripleDigest(KEY, TRIPLE, signed(padded(TRIPLE_INFO))))
                .isTrue();
        assertThat(signed(padded(INFO)))
                .isEqualTo(Specimens.SIGNER.sign(CvSignature.digestInfo(CONTENT)));
    }

    @Test
    void other_numbers_of_digests_are_none() {
        byte[] signature = signed(padded(TRIPLE_INFO));
        for (int length : new int[] {0, 32, 95, 97}) {
            byte[] digests = Arrays.copyOf(TRIPLE, length);
            assertThat(CvSignature.verifiesTripleDigest(KEY, digests, signature)).isFalse();
            assertThatThrownBy(() -> CvSignature.tripleDigestInfo(digests))
                    .isInstanceOf(CardFileMalformed.class);
        }
    }

    @Test
    void a_signature_has_256_bytes_and_is_smaller_than_the_modulus() {
        byte[] signature = signed(padded(INFO));
        assertThat(CvSignature.verifies(KEY, CONTENT, new byte[256])).isFalse();
        assertThat(CvSignature.verifies(KEY, CONTENT, new byte[0])).isFalse();
        assertThat(CvSignature.verifies(KEY, CONTENT, Arrays.copyOf(signature, 255))).isFalse();
        assertThat(CvSignature.verifies(KEY, CONTENT, Arrays.copyOf(signature, 257))).isFalse();
        byte[] all = new byte[256];
        Arrays.fill(all, (byte) 0xFF);
        assertThat(CvSignature.verifies(KEY, CONTENT, all)).isFalse();
        for (int seed = 0;
                ;
                seed++) { // a content whose signature is small enough to add the modulus
            byte[] content = Specimens.bytes(new Random(seed), 20);
            var small = new BigInteger(1, Specimens.SIGNER.sign(CvSignature.digestInfo(content)));
            BigInteger larger = small.add(KEY.getModulus());
            if (larger.bitLength() > 2048) continue;
            assertThat(CvSignature.verifies(KEY, content, fixed(small))).isTrue();
            assertThat(CvSignature.verifies(KEY, content, fixed(larger))).isFalse();
            return;
        }
    }

    @Test
    void a_key_with_the_exponent_3_verifies_nothing() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F0));
        var pair = generator.generateKeyPair();
        var weak = (RSAPublicKey) pair.getPublic();
        // forged without the private key: the cube root of a block with garbage behind
        String start = "0001" + "ff".repeat(8) + "00" + INFO;
        var target = new BigInteger(start + "ff".repeat(256 - start.length() / 2), 16);
        BigInteger root = cubeRoot(target);
        byte[] recovered = fixed(root.modPow(BigInteger.valueOf(3), weak.getModulus()));
        assertThat(HexFormat.of().formatHex(recovered)).startsWith(start);
        assertThat(CvSignature.verifies(weak, CONTENT, fixed(root))).isFalse();

        var honest =
                CvSigner.of((RSAPrivateKey) pair.getPrivate())
                        .sign(CvSignature.digestInfo(CONTENT));
        assertThat(CvSignature.verifies(weak, CONTENT, honest)).isFalse();
        assertThatThrownBy(() -> CvPublicKey.encode(weak)).isInstanceOf(CardFileMalformed.class);
    }

    @Test
    void a_key_of_another_size_verifies_nothing_and_is_not_written() throws Exception {
        for (int bits : new int[] {1024, 2047, 2049, 3072}) {
            var modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
            var key =
                    (RSAPublicKey)
                            KeyFactory.getInstance("RSA")
                                    .generatePublic(
                                            new RSAPublicKeySpec(
                                                    modulus, RSAKeyGenParameterSpec.F4));
            assertThat(CvSignature.verifies(key, CONTENT, new byte[256])).isFalse();
            assertThatThrownBy(() -> CvPublicKey.encode(key)).isInstanceOf(CardFileMalformed.class);
        }
    }

    @Test
    void a_public_key_has_one_form() {
        byte[] right = CvPublicKey.encode(KEY);
        assertThat(right).hasSize(265);
        assertThat(CvPublicKey.decode(right).getModulus()).isEqualTo(KEY.getModulus());
        String modulus = HexFormat.of().formatHex(right, 9, 265);
        for (String wrong :
                List.of(
                        "9003010001" + "91820100" + modulus + "00",
                        "9003010001" + "918201" + "01" + "00" + modulus,
                        "900103" + "91820100" + modulus,
                        "90020003" + "91820100" + modulus,
                        "9003000003" + "91820100" + modulus,
                        "900400010001" + "91820100" + modulus,
                        "90810" + "3010001" + "91820100" + modulus,
                        "91820100" + modulus + "9003010001",
                        "9003010001" + "9183000100" + modulus,
                        "9003010001" + "91820100" + "00" + modulus.substring(2),
                        "9003010001" + "91820100" + modulus.substring(0, 510) + "00",
                        "")) {
            assertThatThrownBy(() -> CvPublicKey.decode(HexFormat.of().parseHex(wrong)))
                    .isInstanceOf(CardFileMalformed.class);
        }
    }

    @Test
    void no_certificate_proves_itself() {
        var own =
                CvCertificate.signed(
                        Specimens.AUTHORITY, Specimens.AUTHORITY, KEY, Specimens.SIGNER);
        for (KnownCvAuthority authority : KnownCvAuthority.values()) {
            assertThat(own.isSignedBy(authority.publicKey())).isFalse();
        }
    }

    private static String padded(String info) {
        return "0001" + "ff".repeat(253 - info.length() / 2) + "00" + info;
    }

    /** The bare operation of RSA with the private key. */
    private static byte[] signed(String block) {
        var key = (RSAPrivateKey) Specimens.ISSUER.getPrivate();
        assertThat(block).hasSize(512);
        var number = new BigInteger(block, 16).mod(key.getModulus());
        return fixed(number.modPow(key.getPrivateExponent(), key.getModulus()));
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] out = new byte[256];
        int length = Math.min(bytes.length, 256);
        System.arraycopy(bytes, bytes.length - length, out, 256 - length, length);
        return out;
    }

    private static BigInteger cubeRoot(BigInteger number) {
        BigInteger root = BigInteger.ZERO;
        for (int bit = 700; bit >= 0; bit--) {
            BigInteger tried = root.setBit(bit);
            if (tried.pow(3).compareTo(number) <= 0) root = tried;
        }
        return root;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
