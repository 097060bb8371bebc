package org.openmyna.trust.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.NativeCrypto;

/** The whole-block comparison, judged by the platform's own Signature and by old forgeries. */
final class RsassaTest {
    private final KeyPair keys = Forge.keys("login", 2048);
    private final RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    private final byte[] digest = Sha256.of(Forge.utf8("content"));

    @Test
    void it_agrees_with_the_platform_on_good_and_damaged_signatures()
            throws GeneralSecurityException {
        agreesWithThePlatform(Optional.empty());
    }

    @Test
    void the_accelerator_gives_the_same_answers() throws GeneralSecurityException {
        Optional<Provider> accelerator = NativeCrypto.provider();
        assumeTrue(accelerator.isPresent(), NativeCrypto.name());
        agreesWithThePlatform(accelerator);
    }

    private void agreesWithThePlatform(Optional<Provider> accelerator)
            throws GeneralSecurityException {
        var rsassa = new Rsassa(accelerator);
        var chance = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] content = new byte[chance.nextInt(200)];
            chance.nextBytes(content);
            byte[] signature = Forge.cardSignsContent(keys.getPrivate(), content);
            if (i % 3 != 0) signature = Mutations.of(signature, chance);
            boolean ours =
                    rsassa.rfc8017_8_2_2(key, Sha256.of(content), signature)
                            == SignatureOutcome.FITS;
            assertThat(ours).isEqualTo(platformVerifies(content, signature));
        }
    }

    private boolean platformVerifies(byte[] content, byte[] signature) {
        try {
            Signature platform = Signature.getInstance("SHA256withRSA", "SunRsaSign");
            platform.initVerify(key);
            platform.update(content);
            return platform.verify(signature);
        } catch (GeneralSecurityException wrongLength) {
            return false;
        }
    }

    @Test
    void blocks_that_only_contain_the_right_hash_are_wrong() {
        String info = HexFormat.of().formatHex(Rsassa.digestInfo(digest));
        String hash = HexFormat.of().formatHex(digest);
        String withoutNull = "302f300b0609608648016503040201" + "0420" + hash;
        for (String block :
                new String[] {
                    "0001"
                            + "ff".repeat(8)
                            + "00"
                            + info
                            + "00".repeat(194), // Bleichenbacher's trailing room
                    "0001" + "ff".repeat(201) + "00" + info + "00",
                    "0001" + "ff".repeat(203) + "01" + info, // no zero before T
                    "0002" + "ff".repeat(202) + "00" + info, // encryption padding
                    "0101" + "ff".repeat(202) + "00" + info,
                    "0001" + "ff".repeat(100) + "fe" + "ff".repeat(101) + "00" + info,
                    "0001" + "ff".repeat(204) + "00" + withoutNull,
                    "00".repeat(205) + info
                }) {
            byte[] signature = raised(HexFormat.of().parseHex(block.substring(0, 512)));
            assertThat(new Rsassa(Optional.empty()).rfc8017_8_2_2(key, digest, signature))
                    .as(block)
                    .isEqualTo(SignatureOutcome.WRONG);
        }
        byte[] right = raised(HexFormat.of().parseHex("0001" + "ff".repeat(202) + "00" + info));
        assertThat(new Rsassa(Optional.empty()).rfc8017_8_2_2(key, digest, right))
                .isEqualTo(SignatureOutcome.FITS);
    }

    @Test
    void every_wycheproof_vector_gets_its_answer() throws GeneralSecurityException, IOException {
        List<String> lines =
                Files.readAllLines(
                        Path.of("src/test/resources/vectors/wycheproof-rsa-2048-sha256.txt"));
        RSAPublicKey current = key;
        int answered = 0;
        for (String line : lines) {
            if (line.startsWith("#")) continue;
            String[] part = line.split(" ");
            if (part[0].equals("key")) {
                var numbers =
                        new RSAPublicKeySpec(
                                new BigInteger(part[1], 16), new BigInteger(part[2], 16));
                current = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(numbers);
                continue;
            }
            for (var accelerator : List.of(Optional.<Provider>empty(), NativeCrypto.provider())) {
                var outcome =
                        new Rsassa(accelerator)
                                .rfc8017_8_2_2(current, Sha256.of(hex(part[2])), hex(part[3]));
                // "acceptable" is a DigestInfo without its NULL, which RFC 8017 9.2 does not let a
                // verifier take
                assertThat(outcome == SignatureOutcome.FITS)
                        .as(line)
                        .isEqualTo(part[1].equals("valid"));
            }
            answered++;
        }
        assertThat(answered).isEqualTo(259);
    }

    private static byte[] hex(String text) {
        return text.equals("-") ? new byte[0] : HexFormat.of().parseHex(text);
    }

    @Test
    void numbers_outside_the_modulus_are_wrong() {
        byte[] good = Forge.cardSigns(keys.getPrivate(), Rsassa.digestInfo(digest));
        BigInteger shifted = new BigInteger(1, good).add(key.getModulus());
        byte[] all = new byte[256];
        Arrays.fill(all, (byte) 0xFF);
        for (byte[] signature : new byte[][] {all, new byte[256], shifted.toByteArray()})
            assertThat(new Rsassa(NativeCrypto.provider()).rfc8017_8_2_2(key, digest, signature))
                    .isEqualTo(SignatureOutcome.WRONG);
    }

    /** The signature whose block is exactly this. */
    private byte[] raised(byte[] block) {
        BigInteger exponent =
                ((java.security.interfaces.RSAPrivateKey) keys.getPrivate()).getPrivateExponent();
        byte[] number =
                new BigInteger(1, block)
                        .mod(key.getModulus())
                        .modPow(exponent, key.getModulus())
                        .toByteArray();
        byte[] signature = new byte[256];
        int length = Math.min(256, number.length);
        System.arraycopy(number, number.length - length, signature, 256 - length, length);
        return signature;
    }
}
