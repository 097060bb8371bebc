package org.openmyna.trust.authority.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyVaultTest {
    private static final byte[] TEXT = "試験".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path home;

    private final SecureRandom random = new SecureRandom();

    private KeyVault vault() {
        return vault(KeyStorePassword.besideTheKey());
    }

    private KeyVault vault(KeyStorePassword password) {
        return KeyVault.pkcs12(home.resolve("keys"), password, random);
    }

    private static boolean verifies(String scheme, PublicKey key, byte[] signature)
            throws GeneralSecurityException {
        Signature check = Signature.getInstance(scheme);
        check.initVerify(key);
        check.update(TEXT);
        return check.verify(signature);
    }

    @Test
    void a_key_that_was_made_signs_after_a_restart() throws GeneralSecurityException {
        PublicKey rsa = vault().generate("signature-1", KeyAlgorithm.RSA_2048);
        PublicKey log = vault().generate("log", KeyAlgorithm.P256);
        KeyVault again = vault();
        assertThat(again.holds("signature-1")).isTrue();
        assertThat(again.publicKey("signature-1")).isEqualTo(rsa);
        byte[] signature = again.signer("signature-1").sign(TEXT);
        assertThat(signature).hasSize(256);
        assertThat(verifies("SHA256withRSA", rsa, signature)).isTrue();
        assertThat(verifies("SHA256withECDSA", log, again.signer("log").sign(TEXT))).isTrue();
    }

    @Test
    void when_a_key_was_made_is_remembered() {
        Instant before = Instant.now().minusMillis(1);
        vault().generate("log", KeyAlgorithm.P256);
        assertThat(vault().madeAt("log")).isBetween(before, Instant.now());
        assertThatExceptionOfType(NoSuchKey.class).isThrownBy(() -> vault().madeAt("other"));
    }

    @Test
    void a_key_is_never_overwritten_and_an_unknown_one_is_named() {
        KeyVault vault = vault();
        PublicKey first = vault.generate("log", KeyAlgorithm.P256);
        assertThatExceptionOfType(KeyNameTaken.class)
                .isThrownBy(() -> vault.generate("log", KeyAlgorithm.P256));
        assertThat(vault().publicKey("log")).isEqualTo(first);
        assertThatExceptionOfType(NoSuchKey.class).isThrownBy(() -> vault.signer("other"));
        assertThatExceptionOfType(KeyNameMalformed.class).isThrownBy(() -> vault.holds("../log"));
    }

    @Test
    void every_file_is_for_its_owner_alone() throws IOException {
        vault().generate("log", KeyAlgorithm.P256);
        try (Stream<Path> files = Files.list(home.resolve("keys"))) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
        }
        assertThat(mode(home.resolve("keys"))).isEqualTo("rwx------");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void a_key_that_others_can_read_is_not_used() throws IOException {
        vault().generate("log", KeyAlgorithm.P256);
        for (String file : new String[] {"log.p12", "vault.password"}) {
            Path path = home.resolve("keys").resolve(file);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
            assertThatExceptionOfType(FileOpenToOthers.class)
                    .isThrownBy(() -> vault().signer("log"));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void a_given_password_is_written_nowhere_and_a_wrong_one_does_not_open() {
        vault(KeyStorePassword.takeFrom("正しい馬の電池".toCharArray()))
                .generate("log", KeyAlgorithm.P256);
        assertThat(home.resolve("keys/vault.password")).doesNotExist();
        assertThatExceptionOfType(KeyUnusable.class)
                .isThrownBy(
                        () -> vault(KeyStorePassword.takeFrom("別の馬".toCharArray())).signer("log"));
        vault(KeyStorePassword.takeFrom("正しい馬の電池".toCharArray())).signer("log");
    }

    @Test
    void a_file_under_the_name_of_another_key_is_noticed_and_a_broken_one_too() throws IOException {
        KeyVault vault = vault();
        vault.generate("one", KeyAlgorithm.P256);
        vault.generate("two", KeyAlgorithm.P256);
        Path one = home.resolve("keys/one.p12");
        Files.write(one, Files.readAllBytes(home.resolve("keys/two.p12")));
        assertThatExceptionOfType(KeyUnusable.class).isThrownBy(() -> vault().signer("one"));
        byte[] content = Files.readAllBytes(one);
        Files.write(one, Arrays.copyOf(content, content.length / 2));
        assertThatExceptionOfType(KeyUnusable.class).isThrownBy(() -> vault().signer("one"));
    }

    @Test
    void each_reason_has_a_code_of_its_own_and_two_sentences() {
        assertThat(Arrays.stream(KeysError.values()).map(KeysError::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("MYNA-KEY-[0-9]{3}"));
        assertThat(KeysError.values())
                .allSatisfy(error -> assertThat(error.japanese()).isNotEqualTo(error.english()));
    }
}
