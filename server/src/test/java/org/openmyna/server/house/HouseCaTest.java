package org.openmyna.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates by which a machine is known for longer than it runs. */
class HouseCaTest {
    @TempDir Path folder;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-04-01T00:00:00Z"));

    private HouseCa house() {
        return HouseCa.in(folder, new SecureRandom(), now::get);
    }

    @Test
    void a_kept_certificate_is_the_same_after_a_restart_and_renewed_in_time() throws Exception {
        X509Certificate first = house().kept(Organisation.PLATFORM).certificate();
        assertThat(house().kept(Organisation.PLATFORM).certificate()).isEqualTo(first);
        assertThat(house().organisationOf(first)).contains(Organisation.PLATFORM);
        assertThat(Files.readString(folder.resolve("platform.pem"))).isEqualTo(HouseCa.pem(first));
        assertThat(house().machine(Organisation.PLATFORM).certificate()).isNotEqualTo(first);

        now.set(first.getNotAfter().toInstant().minus(Duration.ofDays(100)));
        X509Certificate second = house().kept(Organisation.PLATFORM).certificate();
        assertThat(second).isNotEqualTo(first);
        assertThat(house().kept(Organisation.PLATFORM).certificate()).isEqualTo(second);
        assertThat(Files.readString(folder.resolve("platform.pem"))).isEqualTo(HouseCa.pem(second));
    }
}
