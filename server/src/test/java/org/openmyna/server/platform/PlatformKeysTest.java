package org.openmyna.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that are found again, and secrets that must never change. */
class PlatformKeysTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir Path folder;

    @Test
    void a_new_key_signs_and_the_one_before_stays_published() {
        var keys = new PlatformKeys(folder, RANDOM);
        String first = keys.newest(PlatformKeys.Use.ID_TOKEN).id();
        String second = keys.rotate(PlatformKeys.Use.ID_TOKEN).id();
        assertThat(second).isNotEqualTo(first);

        var again = new PlatformKeys(folder, RANDOM);
        assertThat(again.newest(PlatformKeys.Use.ID_TOKEN).id()).isEqualTo(second);
        assertThat(again.published().getKeys())
                .extracting(each -> each.getKeyID())
                .contains(first, second)
                .hasSize(3);
        assertThat(again.published().toString(false)).doesNotContain("\"d\"");
    }

    @Test
    void a_subject_is_the_same_after_a_restart_and_items_open_for_their_person_alone() {
        var secrets = PlatformSecrets.in(folder, RANDOM);
        UUID person = UUID.randomUUID();
        byte[] sealed = secrets.enciphered(new byte[] {1, 2, 3}, person);
        var again = PlatformSecrets.in(folder, RANDOM);

        assertThat(again.pairwiseSubject(person, "a.example"))
                .isEqualTo(secrets.pairwiseSubject(person, "a.example"))
                .isNotEqualTo(secrets.pairwiseSubject(person, "b.example"))
                .hasSize(43);
        assertThat(again.deciphered(sealed, person)).containsExactly(1, 2, 3);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> again.deciphered(sealed, UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
    }
}
