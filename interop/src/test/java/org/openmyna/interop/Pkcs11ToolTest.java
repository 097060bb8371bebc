package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.interop.OutsideProgram.OPENSSL;
import static org.openmyna.interop.OutsideProgram.pkcs11Tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.trust.profile.JpkiCertificate;

/** OpenSC's PKCS #11 module lists and uses the card (card reference 7.5, 7.6). */
class Pkcs11ToolTest {
    @RegisterExtension static final CardInReader READER = new CardInReader();

    private static final byte[] MESSAGE = "わたしは試験一郎です。\n".getBytes(StandardCharsets.UTF_8);

    @TempDir Path directory;

    @Test
    void there_is_a_slot_for_each_pin() {
        pkcs11Tool("-L")
                .succeeds()
                .saysInOrder("JPKI (User Authentication PIN)", "pin min/max        : 4/4")
                .saysInOrder("JPKI (Digital Signature PIN)", "pin min/max        : 6/16")
                .doesNotSay("locked");
    }

    @Test
    void the_free_objects_are_listed_without_login_and_the_signers_only_with_it() {
        pkcs11Tool("-O")
                .succeeds()
                .saysInOrder("User Authentication Certificate", "CN=")
                .saysInOrder("User Authentication Certificate CA", "JPKI-TEST")
                .saysInOrder("Digital Signature Certificate CA", "JPKI-TEST")
                .doesNotSay("Private Key Object");
        pkcs11Tool("-O", "--slot-index", "1").succeeds().doesNotSay("Certificate Object");
        pkcs11Tool("-O", "--slot-index", "1", "--login", "--pin", Country.PASSWORD)
                .succeeds()
                .saysInOrder("Private Key Object", "Digital Signature Key", "always authenticate")
                .saysInOrder("Certificate Object", "Digital Signature Certificate", "CN=");
    }

    @Test
    void the_mechanisms_are_rsa_pkcs_with_2048_bits_and_the_usual_hashes() {
        pkcs11Tool("-M")
                .succeeds()
                .says(
                        "RSA-PKCS, keySize={2048,2048}, hw",
                        "SHA1-RSA-PKCS, keySize={2048,2048}",
                        "SHA256-RSA-PKCS, keySize={2048,2048}",
                        "SHA384-RSA-PKCS, keySize={2048,2048}",
                        "SHA512-RSA-PKCS, keySize={2048,2048}")
                .doesNotSay("RSA-PKCS-PSS");
    }

    @ParameterizedTest
    @CsvSource({
        "1, SHA1", "1, SHA224", "1, SHA256", "1, SHA384", "1, SHA512",
        "2, SHA1", "2, SHA224", "2, SHA256", "2, SHA384", "2, SHA512"
    })
    void a_signature_over_a_message_verifies_with_openssl_and_with_the_jdk(int key, String hash)
            throws Exception {
        Path message = Files.write(directory.resolve("message"), MESSAGE);
        Path signature = sign(key, hash + "-RSA-PKCS", message);

        OPENSSL.run(
                        "dgst",
                        "-" + hash.toLowerCase(Locale.ROOT),
                        "-verify",
                        publicKey(key),
                        "-signature",
                        signature,
                        message)
                .succeeds()
                .says("Verified OK");
        assertThat(jdkAccepts(key, hash + "withRSA", MESSAGE, signature)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, SHA256", "2, SHA256", "1, SHA512", "2, SHA1"})
    void a_digest_info_of_ones_own_is_padded_and_signed(int key, DigestInfo digestInfo)
            throws Exception {
        Path toBeSigned =
                Files.write(directory.resolve("digest-info"), digestInfo.ofMessage(MESSAGE));
        Path signature = sign(key, "RSA-PKCS", toBeSigned);

        Path recovered = directory.resolve("recovered");
        OPENSSL.run(
                        "pkeyutl",
                        "-verifyrecover",
                        "-pubin",
                        "-inkey",
                        publicKey(key),
                        "-in",
                        signature,
                        "-out",
                        recovered)
                .succeeds();
        assertThat(recovered).hasSameBinaryContentAs(toBeSigned);
        assertThat(jdkAccepts(key, digestInfo + "withRSA", MESSAGE, signature)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 35", "2, 64", "1, 245", "2, 245"})
    void any_1_to_245_bytes_are_padded_as_they_are(int key, int length) throws Exception {
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) (i * 37 + 1);
        }
        Path toBeSigned = Files.write(directory.resolve("content"), content);
        Path signature = sign(key, "RSA-PKCS", toBeSigned);
        Path recovered = directory.resolve("recovered");
        OPENSSL.run(
                        "pkeyutl",
                        "-verifyrecover",
                        "-pubin",
                        "-inkey",
                        publicKey(key),
                        "-in",
                        signature,
                        "-out",
                        recovered)
                .succeeds();
        assertThat(recovered).hasBinaryContent(content);
    }

    @Test
    void without_a_login_nothing_is_signed() throws Exception {
        Path message = Files.write(directory.resolve("message"), MESSAGE);
        Path signature = directory.resolve("signature");
        pkcs11Tool("--sign", "-m", "SHA256-RSA-PKCS", "--id", "01", "-i", message, "-o", signature)
                .fails();
        assertThat(signature)
                .satisfiesAnyOf(
                        file -> assertThat(file).doesNotExist(),
                        file -> assertThat(file).isEmptyFile());
    }

    private Path sign(int key, String mechanism, Path input) {
        Path signature = directory.resolve("signature");
        pkcs11Tool(
                        "--sign",
                        "--mechanism",
                        mechanism,
                        "--slot-index",
                        key - 1,
                        "--id",
                        "0" + key,
                        "--login",
                        "--pin",
                        key == 1 ? Country.PIN : Country.PASSWORD,
                        "--input-file",
                        input,
                        "--output-file",
                        signature)
                .succeeds();
        assertThat(signature).hasSize(256);
        return signature;
    }

    private static JpkiCertificate certificate(int key) {
        Specimen specimen = READER.specimen();
        return key == 1 ? specimen.userAuthentication() : specimen.signature();
    }

    private Path publicKey(int key) throws IOException {
        return Files.writeString(
                directory.resolve("public-key.pem"),
                Pem.publicKey(certificate(key).publicKey().getEncoded()));
    }

    private static boolean jdkAccepts(int key, String algorithm, byte[] message, Path signature)
            throws GeneralSecurityException, IOException {
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(certificate(key).publicKey());
        verifier.update(message);
        return verifier.verify(Files.readAllBytes(signature));
    }
}
