package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.interop.OutsideProgram.OPENSSL;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.PcscReaders;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.documents.CardSigner;
import org.openmyna.trust.documents.CmsSignatures;
import org.openmyna.trust.profile.RevocationReason;

/** OpenSSL verifies what the card signed through a real reader. */
class OpensslCmsTest {
    private static final byte[] DOCUMENT =
            "転居届\r\n試験一郎は引っ越しました。\n".getBytes(StandardCharsets.UTF_8);

    @RegisterExtension final CardInReader reader = new CardInReader();
    @TempDir Path directory;

    @Test
    void a_detached_signature_verifies_with_its_document_and_with_no_other() throws Exception {
        Path signature = sign(true);
        Path document = write("document", DOCUMENT);
        verify(signature, "-content", document).succeeds().says("Verification successful");

        byte[] other = DOCUMENT.clone();
        other[0] ^= 1;
        Path changed = write("changed", other);
        verify(signature, "-content", changed).fails().says("Verification failure");
    }

    @Test
    void an_attached_signature_gives_the_document_back_byte_for_byte() throws Exception {
        Path out = directory.resolve("out");
        verify(sign(false), "-out", out).succeeds().says("Verification successful");
        assertThat(out).hasBinaryContent(DOCUMENT);
    }

    @Test
    void the_signers_certificate_inside_is_the_one_on_the_card() throws Exception {
        Path signer = directory.resolve("signer.pem");
        verify(sign(false), "-signer", signer, "-out", directory.resolve("out")).succeeds();
        assertThat(Pem.certificatesIn(Files.readString(signer)))
                .containsExactly(reader.specimen().signature().der());
    }

    @Test
    void the_structure_prints_as_signed_data_with_sha256_and_the_usual_attributes()
            throws Exception {
        OPENSSL.run("cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", sign(true))
                .succeeds()
                .saysInOrder(
                        "pkcs7-signedData",
                        "algorithm: sha256",
                        "eContentType: pkcs7-data",
                        "eContent: <ABSENT>",
                        "signedAttrs:",
                        "signatureAlgorithm:")
                .says("contentType", "messageDigest", "signingTime", "signingCertificateV2");
    }

    @Test
    void after_a_move_the_list_refuses_the_signer() throws Exception {
        Path signature = sign(false);
        Path out = directory.resolve("out");
        verify(signature, "-crl_check", "-out", out).succeeds();
        signatureCa()
                .revoke(
                        reader.specimen().signature().serial(),
                        RevocationReason.AFFILIATION_CHANGED);
        verify(signature, "-crl_check", "-out", out).fails().says("certificate revoked");
    }

    @Test
    void the_login_authority_does_not_vouch_for_a_signer() throws Exception {
        Path ca =
                Files.writeString(
                        directory.resolve("other-ca.pem"),
                        Pem.certificate(reader.specimen().userAuthenticationCa().der()));
        OPENSSL.run(cmsVerify(sign(false), ca, "-out", directory.resolve("out")))
                .fails()
                .says("unable to get local issuer certificate");
    }

    private Run verify(Path signature, Object... more) throws IOException {
        String trustAndLists =
                Pem.certificate(signatureCa().certificate().der())
                        + Pem.revocationList(signatureCa().crl().der());
        Path trust = Files.writeString(directory.resolve("trust.pem"), trustAndLists);
        return OPENSSL.run(cmsVerify(signature, trust, more));
    }

    private static Object[] cmsVerify(Path signature, Path trust, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("cms", "-verify", "-binary", "-inform", "DER", "-in"));
        arguments.add(signature);
        arguments.addAll(List.of("-CAfile", trust, "-attime", Country.NOW.getEpochSecond()));
        arguments.addAll(List.of(more));
        return arguments.toArray();
    }

    private Path sign(boolean detached) throws IOException {
        try (CardChannel channel = PcscReaders.connect(ReaderSlot.FIRST.readerName());
                Pin password = Pin.signaturePassword(Country.PASSWORD.toCharArray())) {
            JpkiClient jpki = JpkiClient.select(channel);
            assertThat(jpki.verify(JpkiKey.SIGNATURE, password, LastTry.KEEP))
                    .isInstanceOf(PinCheck.Accepted.class);
            byte[] cms = CmsSignatures.sign(DOCUMENT, detached, new OnCard(jpki), Country.NOW);
            return write("signature.p7s", cms);
        }
    }

    private CertificationAuthority signatureCa() {
        return reader.country().signatureCa();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }

    private record OnCard(JpkiClient jpki) implements CardSigner {
        @Override
        public byte[] certificate() {
            return jpki.certificate(JpkiKey.SIGNATURE);
        }

        @Override
        public byte[] sign(byte[] digestInfo) {
            return jpki.sign(JpkiKey.SIGNATURE, digestInfo);
        }
    }
}
