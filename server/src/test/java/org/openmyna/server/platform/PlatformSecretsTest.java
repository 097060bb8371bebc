package org.openmyna.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.trust.authority.keys.OwnerOnly;

/** Secrets that must never change, whatever happens to their files. */
class PlatformSecretsTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir Path folder;

    private final Database database = Database.at(TemporaryDatabase.freshUrl());
    private final DataSource tables = database.open("platform", 2);

    @AfterEach
    void end() {
        database.close();
    }

    private PlatformSecrets secrets() {
        return PlatformSecrets.in(folder, tables, RANDOM);
    }

    @Test
    void a_subject_is_the_same_after_a_restart_and_items_open_for_their_person_alone() {
        var secrets = secrets();
        UUID person = UUID.randomUUID();
        byte[] sealed = secrets.enciphered(new byte[] {1, 2, 3}, person);
        var again = secrets();

        assertThat(again.pairwiseSubject(person, "a.example"))
                .isEqualTo(secrets.pairwiseSubject(person, "a.example"))
                .isNotEqualTo(secrets.pairwiseSubject(person, "b.example"))
                .hasSize(43);
        assertThat(again.deciphered(sealed, person)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> again.deciphered(sealed, UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subjects.key", "items.key"})
    void a_secret_that_is_lost_or_another_is_refused_and_taken_back_from_a_copy(String name)
            throws IOException {
        UUID person = UUID.randomUUID();
        String subject = secrets().pairwiseSubject(person, "a.example");
        Path file = folder.resolve(name);
        byte[] copy = Files.readAllBytes(file);

        Files.delete(file);
        assertRefused(name);
        assertThat(file).doesNotExist();

        byte[] other = copy.clone();
        other[0] ^= 1;
        write(file, other);
        assertRefused(name);
        write(file, Arrays.copyOf(copy, 31));
        assertRefused(name);

        write(file, copy);
        assertThat(secrets().pairwiseSubject(person, "a.example")).isEqualTo(subject);
    }

    private static void write(Path file, byte[] octets) throws IOException {
        Files.deleteIfExists(file);
        OwnerOnly.write(file, octets);
    }

    /** As on a second machine of the same database. */
    @Test
    void another_folder_has_the_secrets_copied_or_does_not_begin() {
        var unused = secrets();
        assertThatThrownBy(() -> PlatformSecrets.in(folder.resolve("elsewhere"), tables, RANDOM))
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("MYNA-PLT-015");
        assertThat(folder.resolve("elsewhere/subjects.key")).doesNotExist();
    }

    private void assertRefused(String name) {
        assertThatThrownBy(this::secrets)
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("MYNA-PLT-015")
                .hasMessageContaining(name);
    }
}
