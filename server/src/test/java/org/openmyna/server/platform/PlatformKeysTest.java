package org.openmyna.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that are found again. */
class PlatformKeysTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

    private PlatformKeys keys() {
        return new PlatformKeys(folder, RANDOM, now::get);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private static String signing(PlatformKeys keys) {
        return keys.newest(PlatformKeys.Use.ID_TOKEN).id();
    }

    private static List<String> published(PlatformKeys keys) {
        return keys.published().getKeys().stream().map(JWK::getKeyID).toList();
    }

    /** OpenID Connect Core 10.1.1. */
    @Test
    void after_ninety_days_a_new_key_signs_and_the_one_before_is_published_for_another_day() {
        PlatformKeys running = keys();
        String first = signing(running);
        pass(Duration.ofDays(89));
        assertThat(signing(running)).isEqualTo(first);
        assertThat(published(running)).hasSize(2).contains(first);

        pass(Duration.ofDays(1).plusSeconds(1));
        String second = signing(running);
        assertThat(second).isNotEqualTo(first);
        // the vault says when a key was made, by the machine's clock
        now.set(Instant.now());
        assertThat(published(running)).hasSize(3).startsWith(second, first);
        PlatformKeys again = keys();
        assertThat(signing(again)).isEqualTo(second);
        assertThat(published(again)).hasSize(3).startsWith(second, first);

        pass(Duration.ofDays(1).plusSeconds(1));
        for (PlatformKeys each : List.of(running, again, keys())) {
            assertThat(signing(each)).isEqualTo(second);
            assertThat(published(each)).hasSize(2).contains(second).doesNotContain(first);
        }
        assertThat(again.published().toString(false)).doesNotContain("\"d\"");
    }

    @Test
    void a_stolen_key_is_taken_away_with_its_files() throws IOException {
        String stolen = signing(keys());
        Files.delete(folder.resolve("id-token-1.p12"));
        PlatformKeys again = keys();
        assertThat(signing(again)).isNotEqualTo(stolen);
        assertThat(published(again)).doesNotContain(stolen);
    }
}
