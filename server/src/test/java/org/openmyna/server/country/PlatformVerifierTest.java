package org.openmyna.server.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.server.authority.OpenAuthority;
import org.openmyna.server.machine.Progress;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.authority.ocsp.OcspAccess;
import org.openmyna.trust.authority.ocsp.OcspCaller;
import org.openmyna.trust.authority.ocsp.OcspSettings;
import org.openmyna.trust.authority.ocsp.Verifier;
import org.openmyna.trust.authority.ocsp.VerifierKind;
import org.openmyna.trust.authority.ocsp.VerifierRegister;
import org.openmyna.trust.authority.ocsp.VerifierState;

/** The platform's entry in the minister's register, and what an officer makes of it. */
class PlatformVerifierTest {
    @TempDir Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.at(TemporaryDatabase.freshUrl());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private OpenAuthority authority(OcspAccess access) {
        return OpenAuthority.writing(
                database,
                folder.resolve("authority"),
                AuthoritySettings.sandbox().with(OcspSettings.sandbox().with(access)),
                Instant::now,
                Progress.unheard());
    }

    private OcspCaller starts(OpenAuthority authority, String house, boolean sandbox) {
        return new PlatformVerifier(authority, folder.resolve(house), sandbox).caller();
    }

    private static List<VerifierState> states(VerifierRegister register) {
        return register.list().stream().map(Verifier::state).toList();
    }

    @Test
    void it_is_entered_once_and_stays_what_an_officer_made_of_it() {
        try (OpenAuthority authority = authority(OcspAccess.REGISTERED)) {
            VerifierRegister register = authority.authorities().verifiers();
            OcspCaller caller = starts(authority, "house", true);
            assertThat(register.list())
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.kind()).isEqualTo(VerifierKind.PLATFORM_OPERATOR);
                        assertThat(caller)
                                .isInstanceOfSatisfying(
                                        OcspCaller.Registered.class,
                                        shown ->
                                                assertThat(shown.certificateSha256())
                                                        .isEqualTo(entry.certificateSha256()));
                    });
            register.suspend("platform");
            byte[] first = register.list().getFirst().certificateSha256();
            var _ = starts(authority, "house", true);
            assertThat(register.list().getFirst().certificateSha256()).isEqualTo(first);
            // its certificate was renewed, or its folder is new
            var _ = starts(authority, "other-house", true);
            assertThat(register.list().getFirst().certificateSha256()).isNotEqualTo(first);
            assertThat(states(register)).containsExactly(VerifierState.SUSPENDED);
            register.refuse("platform");
            var _ = starts(authority, "house", true);
            assertThat(states(register)).containsExactly(VerifierState.REFUSED);
        }
    }

    @Test
    void outside_a_test_country_an_officer_enters_it_with_its_certificate() {
        try (OpenAuthority authority = authority(OcspAccess.REGISTERED)) {
            assertThat(starts(authority, "house", false)).isInstanceOf(OcspCaller.Registered.class);
            assertThat(authority.authorities().verifiers().list()).isEmpty();
            assertThat(folder.resolve("house").resolve("platform.pem")).exists();
        }
    }

    @Test
    void where_everybody_is_answered_it_is_nobody_in_particular() {
        try (OpenAuthority authority = authority(OcspAccess.OPEN)) {
            assertThat(starts(authority, "house", true)).isInstanceOf(OcspCaller.Anonymous.class);
            assertThat(folder.resolve("house")).doesNotExist();
        }
    }
}
