package org.openmyna.card.issuer.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.trust.authority.HolderId;

class IssuerKeysTest {
    private static final MunicipalityCode HIMEJI = MunicipalityCode.withCheckDigit("28201");

    private final SecureRandom random = new SecureRandom();

    @TempDir private Path home;
    private Path directory;

    @BeforeEach
    void a_place_that_does_not_exist_yet() {
        directory = home.resolve("issuer");
    }

    @Test
    void keys_are_made_once_and_are_the_same_ever_after() {
        CvCertificate himeji;
        byte[] cardKeys;
        try (IssuerKeys keys = IssuerKeys.establish(directory, random)) {
            himeji = keys.municipality(HIMEJI).formInput();
            cardKeys = keys.cardKeys(new byte[] {1}).putKeyData(1);
        }
        try (IssuerKeys keys = IssuerKeys.open(directory, random)) {
            assertThat(keys.municipality(HIMEJI).formInput()).isEqualTo(himeji);
            assertThat(keys.cardKeys(new byte[] {1}).putKeyData(1)).isEqualTo(cardKeys);
            assertThat(keys.cardKeys(new byte[] {2}).putKeyData(1)).isNotEqualTo(cardKeys);
            assertThat(keys.authorities()).isEqualTo(IssuerKeys.authoritiesOf(directory));
        }
        assertThatThrownBy(() -> IssuerKeys.establish(directory, random))
                .isInstanceOf(IssuerKeysNotFree.class);
    }

    @Test
    void closed_keys_give_no_keys_of_cards() {
        IssuerKeys keys = IssuerKeys.establish(directory, random);
        keys.close();
        assertThatThrownBy(() -> keys.cardKeys(new byte[] {1}))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_names_of_holders_outlive_the_open_folder_and_are_the_same_next_time() {
        var ichiro = ResidentRecordCode.withCheckDigit("4061026771");
        HolderNames names;
        try (IssuerKeys keys = IssuerKeys.establish(directory, random)) {
            names = keys.holderNames();
            assertThat(keys.holder(ichiro)).isEqualTo(names.of(ichiro));
        }
        HolderId after = names.of(ichiro);
        assertThat(after.value()).doesNotContain(ichiro.digits());
        try (IssuerKeys keys = IssuerKeys.open(directory, random)) {
            assertThat(keys.holder(ichiro)).isEqualTo(after);
            assertThat(keys.opaque("holder", ichiro.digits()))
                    .as("not under the master key itself")
                    .isNotEqualTo(after.value().substring("person-".length()));
        }
        assertThat(names.of(ResidentRecordCode.withCheckDigit("4061026772"))).isNotEqualTo(after);
    }

    @Test
    void the_chain_of_a_municipality_holds_under_the_public_export() throws Exception {
        try (IssuerKeys keys = IssuerKeys.establish(directory, random)) {
            MunicipalityKeys himeji = keys.municipality(HIMEJI);
            List<CvCertificate> roots = IssuerKeys.authoritiesOf(directory);
            assertThat(roots)
                    .extracting(root -> root.subject().toString())
                    .containsExactly("6999033/001", "6999023/001", "6999020/001");
            assertThat(roots.get(2).subject().octets()).endsWith(0, 0, 0, 0xA8);
            assertThat(himeji.id()).hasToString("6282019/001");
            mustBeSigned(himeji.formInput(), roots.get(0));
            mustBeSigned(himeji.cardFace(), roots.get(1));
            mustBeSigned(himeji.upper(), roots.get(2));
            mustBeSigned(himeji.lower(), himeji.upper());
            assertThat(himeji.lower().publicKey()).isEqualTo(himeji.formInput().publicKey());
        }
    }

    /** By the JDK, over the 297 bytes of the body where they lie. */
    private static void mustBeSigned(CvCertificate certificate, CvCertificate by)
            throws GeneralSecurityException {
        byte[] bytes = certificate.encode();
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(by.publicKey());
        check.update(bytes, 10, 297);
        assertThat(check.verify(bytes, 312, 256)).isTrue();
        assertThat(certificate.issuer()).isEqualTo(by.subject());
    }

    @Test
    void one_program_at_a_time_has_them() {
        try (IssuerKeys keys = IssuerKeys.establish(directory, random)) {
            assertThatThrownBy(() -> IssuerKeys.open(directory, random))
                    .isInstanceOf(IssuerKeysInUse.class);
            assertThat(keys.authorities()).hasSize(3);
        }
        IssuerKeys.open(directory, random).close();
    }

    @Test
    void a_making_that_was_killed_is_no_making_and_is_begun_anew() throws IOException {
        IssuerKeys.establish(directory, random).close();
        Files.delete(directory.resolve("cv-authorities"));
        Files.write(directory.resolve("card-face.key.new"), new byte[] {1, 2, 3});
        assertThat(IssuerKeys.existIn(directory)).isFalse();
        assertThatThrownBy(() -> IssuerKeys.open(directory, random))
                .isInstanceOf(NoIssuerKeysHere.class);
        try (IssuerKeys keys = IssuerKeys.establish(directory, random)) {
            assertThat(keys.municipality(HIMEJI).formInput().encode()).hasSize(568);
        }
    }

    @Test
    void a_folder_with_something_else_in_it_is_left_alone() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> IssuerKeys.establish(directory, random))
                .isInstanceOf(IssuerKeysNotFree.class);
        assertThat(directory.toFile().list()).containsExactly("letter.txt");
    }

    @Test
    void nobody_else_can_read_a_secret_file_and_one_that_they_can_is_refused() throws IOException {
        try (IssuerKeys keys = IssuerKeys.establish(directory, random)) {
            keys.municipality(HIMEJI);
            keys.acts().write("1234", "text");
        }
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(file)))
                                    .isEqualTo("rw-------"));
        }
        Path master = directory.resolve("scp03-master.p12");
        Files.setPosixFilePermissions(master, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> IssuerKeys.open(directory, random))
                .isInstanceOf(IssuerKeysOpenToOthers.class);
    }

    @Test
    void a_damaged_file_is_named() throws IOException {
        IssuerKeys.establish(directory, random).close();
        for (String name : List.of("cv-authorities", "scp03-master.p12", "form-input.key")) {
            Path file = directory.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            byte[] damaged = whole.clone();
            damaged[damaged.length / 2] ^= 1;
            Files.write(file, damaged);
            assertThatThrownBy(
                            () -> {
                                try (IssuerKeys keys = IssuerKeys.open(directory, random)) {
                                    keys.municipality(HIMEJI);
                                }
                            })
                    .as(name)
                    .isInstanceOf(IssuerKeysUnusable.class)
                    .hasMessageContaining(name);
            Files.write(file, whole);
        }
        IssuerKeys.open(directory, random).close();
    }

    @Test
    void a_key_from_elsewhere_is_not_taken_for_the_authority() throws IOException {
        IssuerKeys.establish(directory, random).close();
        Path form = directory.resolve("form-input.key");
        Files.write(form, Files.readAllBytes(directory.resolve("card-face.key")));
        try (IssuerKeys keys = IssuerKeys.open(directory, random)) {
            assertThatThrownBy(() -> keys.municipality(HIMEJI))
                    .isInstanceOf(IssuerKeysUnusable.class)
                    .hasMessageContaining("form-input.key");
        }
    }

    @Test
    void openssl_opens_the_key_files_with_the_password_beside_them() throws Exception {
        OpenSsl.mustBeThere();
        IssuerKeys.establish(directory, random).close();
        String password = "file:" + directory.resolve("password");
        var key =
                OpenSsl.run(
                        "pkcs8",
                        "-inform",
                        "DER",
                        "-in",
                        directory.resolve("form-input.key").toString(),
                        "-passin",
                        password);
        assertThat(key.output()).contains("BEGIN PRIVATE KEY");
        var master =
                OpenSsl.run(
                        "pkcs12",
                        "-info",
                        "-nokeys",
                        "-in",
                        directory.resolve("scp03-master.p12").toString(),
                        "-passin",
                        password);
        assertThat(master.exitCode()).as(master.output()).isZero();
    }

    @Test
    void counters_that_ask_at_once_get_one_key() throws InterruptedException {
        try (IssuerKeys keys = IssuerKeys.establish(directory, random)) {
            Set<String> seen = new ConcurrentSkipListSet<>();
            Thread[] counters = new Thread[8];
            for (int i = 0; i < counters.length; i++) {
                counters[i] =
                        Thread.ofPlatform()
                                .start(() ->
                                        seen.add(
                                                keys.municipality(HIMEJI)
                                                        .formInput()
                                                        .publicKey()
                                                        .getModulus()
                                                        .toString()));
            }
            for (Thread counter : counters) counter.join();
            assertThat(seen).hasSize(1);
        }
    }

    @Test
    void each_reason_has_a_code_of_its_own_and_two_sentences() {
        assertThat(Arrays.stream(KeysError.values()).map(KeysError::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("MYNA-ISS-01[0-9]"));
        assertThat(KeysError.values())
                .allSatisfy(error -> assertThat(error.japanese()).isNotEqualTo(error.english()));
    }
}
