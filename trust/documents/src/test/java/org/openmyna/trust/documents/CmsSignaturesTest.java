package org.openmyna.trust.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.Language;
import org.openmyna.trust.verifier.ContentDigest;
import org.openmyna.trust.verifier.Evidence;
import org.openmyna.trust.verifier.Forge;
import org.openmyna.trust.verifier.VerifierCheck;
import org.openmyna.trust.verifier.World;

final class CmsSignaturesTest {
    private static final byte[] CONTENT = Forge.utf8("転居届\n");
    private final World world = new World();
    private final CmsVerifier verifier = CmsVerifier.now(world.signatures());

    @Test
    void a_signed_file_proves_who_signed_what() {
        byte[] cms = CmsSignatures.sign(CONTENT, false, Pens.of(world), Pens.SIGNED);
        DocumentVerdict verdict = verifier.verify(cms);
        assertThat(verdict).isInstanceOf(DocumentVerdict.Accepted.class);
        var accepted = (DocumentVerdict.Accepted) verdict;
        assertThat(accepted.signer().fourItems().name()).isEqualTo("試験　一郎");
        assertThat(accepted.claimedSigningTime()).contains(Pens.SIGNED);
        assertThat(accepted.contentSha256())
                .isEqualTo(HexFormat.of().formatHex(ContentDigest.SHA_256.start().digest(CONTENT)));
        assertThat(accepted.detached()).isFalse();
        assertThat(accepted.evidence())
                .allMatch(Evidence::passed)
                .extracting(Evidence::check)
                .contains(CmsCheck.values())
                .contains(VerifierCheck.NOT_REVOKED, VerifierCheck.FOUR_ITEMS);
    }

    @Test
    void a_detached_signature_goes_with_its_document_only() {
        byte[] cms = CmsSignatures.sign(CONTENT, true, Pens.of(world), Pens.SIGNED);
        assertThat(Pens.code(verifier.verify(cms, CONTENT))).isEqualTo("accepted");
        assertThat(Pens.code(verifier.verify(cms, Forge.utf8("転出届\n")))).isEqualTo("MYNA-DOC-007");
        assertThat(Pens.code(verifier.verify(cms))).isEqualTo("MYNA-DOC-009");
        byte[] attached = CmsSignatures.sign(CONTENT, false, Pens.of(world), Pens.SIGNED);
        assertThat(Pens.code(verifier.verify(attached, CONTENT))).isEqualTo("MYNA-DOC-010");
    }

    @Test
    void the_file_is_der_of_the_expected_shape() throws IOException {
        for (int length : new int[] {0, 1, 127, 128, 255, 256, 65_535, 65_536, 1_000_000}) {
            byte[] content = new byte[length];
            new Random(length).nextBytes(content);
            byte[] cms = CmsSignatures.sign(content, false, Pens.of(world), Pens.SIGNED);
            ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(cms));
            assertThat(info.getEncoded("DER")).isEqualTo(cms);
            SignedData data = SignedData.getInstance(info.getContent());
            assertThat(data.getVersion().intValueExact()).isEqualTo(1);
            assertThat(data.getCertificates().size()).isEqualTo(1);
            SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
            assertThat(signer.getAuthenticatedAttributes().size()).isEqualTo(4);
            assertThat(Pens.code(verifier.verify(cms))).isEqualTo("accepted");
        }
    }

    @Test
    void lengths_are_written_in_their_shortest_form() {
        assertThat(SignedDataWriter.header(4, 127)).isEqualTo(HexFormat.of().parseHex("047f"));
        assertThat(SignedDataWriter.header(4, 128)).isEqualTo(HexFormat.of().parseHex("048180"));
        assertThat(SignedDataWriter.header(4, 256)).isEqualTo(HexFormat.of().parseHex("04820100"));
        assertThat(SignedDataWriter.header(4, 0xFFFFFFFFL))
                .isEqualTo(HexFormat.of().parseHex("0484ffffffff"));
        assertThat(SignedDataWriter.header(4, 0x100000000L))
                .isEqualTo(HexFormat.of().parseHex("04850100000000"));
    }

    @Test
    void a_large_document_streams_through() throws IOException {
        long length = 40L << 20;
        var cms = new CountingOutput();
        CmsSignatures.signDetached(new Noise(length), cms, Pens.of(world), Pens.SIGNED);
        assertThat(cms.count).isLessThan(4096);
        var file = java.nio.file.Files.createTempFile("openmyna", ".p7m");
        try {
            try (OutputStream out = java.nio.file.Files.newOutputStream(file)) {
                CmsSignatures.signAttached(
                        new Noise(length), length, out, Pens.of(world), Pens.SIGNED);
            }
            var content = new CountingOutput();
            try (InputStream in = java.nio.file.Files.newInputStream(file)) {
                assertThat(Pens.code(verifier.verify(in, content))).isEqualTo("accepted");
            }
            assertThat(content.count).isEqualTo(length);
        } finally {
            java.nio.file.Files.delete(file);
        }
    }

    @Test
    void a_wrong_length_a_wrong_card_and_a_login_certificate_are_refused() {
        var in = new ByteArrayInputStream(CONTENT);
        assertThatThrownBy(() ->
                        CmsSignatures.signAttached(
                                in,
                                3,
                                OutputStream.nullOutputStream(),
                                Pens.of(world),
                                Pens.SIGNED))
                .isInstanceOf(ContentLengthDiffers.class)
                .hasMessageContaining("MYNA-DOC-052");
        CardSigner otherKey = Pens.of(world.signature().der(), world.loginKeys.getPrivate());
        assertThatThrownBy(() -> CmsSignatures.sign(CONTENT, true, otherKey, Pens.SIGNED))
                .isInstanceOf(CardSignatureWrong.class)
                .hasMessageContaining("MYNA-DOC-051");
        CardSigner login = Pens.of(world.login().der(), world.loginKeys.getPrivate());
        assertThatThrownBy(() -> CmsSignatures.sign(CONTENT, true, login, Pens.SIGNED))
                .isInstanceOf(SignerNotForDocuments.class)
                .hasMessageContaining("MYNA-DOC-053");
    }

    @Test
    void the_verdict_of_the_certificate_is_the_verdict_of_the_document() {
        byte[] cms =
                CmsSignatures.sign(
                        CONTENT,
                        false,
                        Pens.of(
                                world.signature().serial(99).der(),
                                world.signatureKeys.getPrivate()),
                        Pens.SIGNED);
        assertThat(Pens.code(verifier.verify(cms))).isEqualTo("accepted");
        world.lists.add(
                world.signatureAuthority
                        .crl("Chiyoda-ku")
                        .number(8)
                        .revoked(99, "2026-11-24T02:59:45Z", 3)
                        .list());
        DocumentVerdict verdict = verifier.verify(cms);
        assertThat(Pens.code(verdict)).isEqualTo("MYNA-VRF-104");
        assertThat(((DocumentVerdict.Refused) verdict).refusal().text(Language.JAPANESE))
                .contains("失効");
        Instant received = Instant.parse("2026-11-24T02:59:40Z");
        assertThat(Pens.code(CmsVerifier.asOf(received, world.signatures()).verify(cms)))
                .isEqualTo("accepted");
    }

    @Test
    void the_claimed_signing_time_changes_nothing() {
        byte[] backdated =
                CmsSignatures.sign(
                        CONTENT,
                        false,
                        Pens.of(
                                world.signature()
                                        .valid("2021-04-01T00:00:00Z", "2026-11-20T14:59:59Z")
                                        .der(),
                                world.signatureKeys.getPrivate()),
                        Instant.parse("2026-10-01T00:00:00Z"));
        assertThat(Pens.code(verifier.verify(backdated))).isEqualTo("MYNA-VRF-105");
    }

    @Test
    void a_failing_stream_is_the_callers_affair() {
        byte[] cms = CmsSignatures.sign(CONTENT, false, Pens.of(world), Pens.SIGNED);
        var broken =
                new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        throw new IOException("disk full");
                    }
                };
        assertThatThrownBy(() -> verifier.verify(new ByteArrayInputStream(cms), broken))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        var failing =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }
                };
        assertThatThrownBy(() -> verifier.verify(failing, new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }

    /** The same octets each time, without holding them. */
    private static final class Noise extends InputStream {
        private long left;

        Noise(long length) {
            left = length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (left == 0) return -1;
            int count = (int) Math.min(length, left);
            Arrays.fill(bytes, from, from + count, (byte) (left >>> 13));
            left -= count;
            return count;
        }
    }

    private static final class CountingOutput extends OutputStream {
        private long count;

        @Override
        public void write(int octet) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}
