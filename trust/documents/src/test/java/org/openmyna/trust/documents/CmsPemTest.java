package org.openmyna.trust.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.verifier.ContentDigest;
import org.openmyna.trust.verifier.Forge;
import org.openmyna.trust.verifier.Mutations;
import org.openmyna.trust.verifier.World;

final class CmsPemTest {
    private static final byte[] CONTENT = Forge.utf8("転居届\n");
    private final World world = new World();
    private final CmsVerifier verifier = CmsVerifier.now(world.signatures());
    private final byte[] cms = CmsSignatures.sign(CONTENT, false, Pens.of(world), Pens.SIGNED);
    private final String pem = new String(CmsPem.encode(cms), StandardCharsets.US_ASCII);

    private String codeOf(String text) {
        return Pens.code(verifier.verify(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void text_says_the_same_as_the_binary_form() {
        assertThat(pem).startsWith("-----BEGIN CMS-----\n").endsWith("\n-----END CMS-----\n");
        assertThat(pem.lines()).allMatch(line -> line.length() <= 64);
        assertThat(codeOf(pem)).isEqualTo("accepted");
        assertThat(codeOf(pem.replace("\n", "\r\n"))).isEqualTo("accepted");
        assertThat(codeOf(pem.strip())).isEqualTo("accepted");
        assertThat(codeOf(pem.replace("CMS", "PKCS7"))).isEqualTo("accepted");
        byte[] beside = CmsSignatures.sign(CONTENT, true, Pens.of(world), Pens.SIGNED);
        assertThat(Pens.code(verifier.verify(CmsPem.encode(beside), CONTENT)))
                .isEqualTo("accepted");
    }

    @Test
    void anything_else_is_no_signature_file() {
        String line = pem.lines().skip(1).findFirst().orElseThrow();
        for (String broken :
                new String[] {
                    pem.replace("CMS", "CERTIFICATE"),
                    pem.replace("END CMS", "END PKCS7"),
                    pem.replace("-----END CMS-----\n", ""),
                    pem + "and more",
                    pem + pem,
                    pem.replace(line, line + "\n"),
                    pem.replace(line, line.substring(1)),
                    pem.replace(line, "*" + line.substring(1)),
                    pem.replace(line, "AA==\n" + line),
                    pem.replace(line, "A".repeat(2000)),
                    "-----BEGIN",
                    "-----BEGIN CMS-----",
                    "-----BEGIN CMS-----\n-----END CMS-----\n",
                    " " + pem
                }) assertThat(codeOf(broken)).as(broken).isEqualTo("MYNA-DOC-001");
    }

    @Test
    void any_damage_to_text_is_a_named_refusal_or_leaves_what_was_signed() {
        Random chance = new Random(7);
        byte[] good = CmsPem.encode(cms);
        for (int i = 0; i < 3_000; i++) {
            DocumentVerdict verdict = verifier.verify(Mutations.of(good, chance));
            if (verdict instanceof DocumentVerdict.Accepted accepted)
                assertThat(accepted.contentSha256())
                        .isEqualTo(
                                java.util.HexFormat.of()
                                        .formatHex(ContentDigest.SHA_256.start().digest(CONTENT)));
        }
    }

    @Test
    void digests_are_known_by_name_and_broken_ones_are_refused() {
        assertThat(CmsSignatures.digestNamed("sha512")).isPresent();
        assertThat(CmsSignatures.digestNamed("SHA-384")).isPresent();
        assertThat(CmsSignatures.digestNamed("whirlpool")).isEmpty();
        assertThatThrownBy(() -> CmsSignatures.digestNamed("sha1"))
                .isInstanceOf(DigestRefused.class)
                .hasMessageContaining("MYNA-DOC-054");
    }
}
