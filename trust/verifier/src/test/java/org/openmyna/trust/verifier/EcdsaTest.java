package org.openmyna.trust.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.NativeCrypto;

/** ECDSA of the next generation, against vectors that others broke on. */
final class EcdsaTest {
    @Test
    void every_wycheproof_vector_gets_its_answer() throws GeneralSecurityException, IOException {
        List<String> lines =
                Files.readAllLines(
                        Path.of("src/test/resources/vectors/wycheproof-ecdsa-p384-sha384.txt"));
        ECPublicKey key = (ECPublicKey) Forge.p384("vectors").getPublic();
        int answered = 0;
        for (String line : lines) {
            if (line.startsWith("#")) continue;
            String[] part = line.split(" ");
            if (part[0].equals("key")) {
                key =
                        (ECPublicKey)
                                KeyFactory.getInstance("EC")
                                        .generatePublic(new X509EncodedKeySpec(hex(part[1])));
                continue;
            }
            byte[] digest = ContentDigest.SHA_384.start().digest(hex(part[2]));
            for (var accelerator : List.of(Optional.<Provider>empty(), NativeCrypto.provider())) {
                var outcome = new Ecdsa(accelerator).fips186_5_6_4_2(key, digest, hex(part[3]));
                assertThat(outcome == SignatureOutcome.FITS)
                        .as(line)
                        .isEqualTo(part[1].equals("valid"));
            }
            answered++;
        }
        assertThat(answered).isEqualTo(504);
    }

    private static byte[] hex(String text) {
        return text.equals("-") ? new byte[0] : HexFormat.of().parseHex(text);
    }
}
