package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.web.FolderInUse;
import org.openmyna.server.web.PortTaken;
import org.openmyna.server.web.SettingRefused;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;

class StartAndEndTest {
    @Test
    void a_server_ends_completely_and_may_be_ended_twice() throws IOException {
        TestCountry other = TestCountry.with(settings -> settings);
        assertThat(TestCountry.shared().get("/cps").statusCode())
                .as("two in one program")
                .isEqualTo(200);
        assertThat(other.get("/cps").statusCode()).isEqualTo(200);
        int port = other.server.address().getPort();
        other.close();
        other.close();
        assertThatThrownBy(
                        () -> {
                            try (Socket nobody = new Socket("localhost", port)) {
                                nobody.getPort();
                            }
                        })
                .isInstanceOf(ConnectException.class);
        String log = Files.readString(other.server.log());
        assertThat(log.lines().findFirst().orElse(""))
                .startsWith("{\"@timestamp\":")
                .contains("\"log\":{\"level\":");
    }

    @Test
    void a_port_that_is_taken_is_named() {
        int taken = TestCountry.shared().server.address().getPort();
        assertThatThrownBy(() -> TestCountry.with(settings -> settings.withPort(taken)))
                .isInstanceOf(PortTaken.class)
                .hasMessageContaining(String.valueOf(taken));
    }

    @Test
    void a_folder_is_for_one_server_at_a_time() {
        TestCountry first = TestCountry.with(settings -> settings);
        ServerSettings same =
                ServerSettings.in(first.folder)
                        .withPort(0)
                        .withDatabase(first.databaseUrl)
                        .withRoles(ServerRole.AUTHORITY_ALONE);
        assertThatThrownBy(() -> OpenMynaServer.start(same))
                .isInstanceOf(FolderInUse.class)
                .hasMessageContaining(first.server.address().toString())
                .hasMessageContaining(first.folder.toString());
        assertThat(first.get("/cps").statusCode()).isEqualTo(200);
        first.close();
        try (RunningServer second = OpenMynaServer.start(same)) {
            assertThat(second.address().getPort()).isPositive();
        }
    }

    @Test
    void legal_time_is_the_folders_own() {
        Instant later = Instant.now().plus(Duration.ofDays(1_826));
        try (TestCountry country =
                TestCountry.with(settings -> {
                    LegalClock.in(settings.data(), InstantSource.system()).moveTo(later);
                    return settings;
                })) {
            Instant began = country.issued().notBefore();
            assertThat(Duration.between(later, began).abs()).isLessThan(Duration.ofMinutes(5));
        }
    }

    @Test
    void settings_outside_their_range_are_refused_with_a_sentence() {
        ServerSettings usual = ServerSettings.in(TestCountry.newFolder());
        assertThatThrownBy(() -> usual.withPort(70_000)).isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> usual.withTlsPort(8080)).isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> usual.withDomain("not a domain"))
                .isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> usual.withRoles(Set.of())).isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> OpenMynaServer.start(usual.withRoles(Set.of(ServerRole.OCSP))))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("--db");
    }

    @Test
    void a_database_that_is_not_there_is_the_reason_and_nothing_stays_behind() {
        String url = TemporaryDatabase.freshUrl().replaceAll(":[0-9]+/", ":9/");
        assertThatThrownBy(() -> TestCountry.with(settings -> settings.withDatabase(url)))
                .hasMessageContaining("MYNA-DBS");
    }

    @Test
    void what_a_killed_server_acknowledged_is_there_after_the_next_start() throws Exception {
        Path folder = TestCountry.newFolder();
        List<String> acknowledged = killedAfter(folder, 20);
        assertThat(folder.resolve("server.address")).as("nobody took it away").exists();
        try (RunningServer again =
                OpenMynaServer.start(
                        ServerSettings.in(folder)
                                .withPort(0)
                                .withRoles(ServerRole.AUTHORITY_ALONE))) {
            var authority = again.authorities().authority(CaKind.USER_AUTHENTICATION);
            assertThat(acknowledged).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(20);
            for (String serial : acknowledged) {
                assertThat(authority.statusOf(new CertificateSerial(new BigInteger(serial, 16))))
                        .as(serial)
                        .isEqualTo(new CertificateStatus.Good());
            }
            assertThat(again.authorities().log().verify().toString()).contains("Sound");
        }
    }

    /** Serials that the program told before it was killed, at a moment of no particular kind. */
    private static List<String> killedAfter(Path folder, int serials) throws Exception {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ServerProgram.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader lines = program.inputReader()) {
            String line;
            while ((line = lines.readLine()) != null) {
                told.add(line);
                // through its handle, which leaves what it wrote to be read
                if (told.size() == serials) program.toHandle().destroyForcibly();
            }
        }
        program.waitFor();
        return told;
    }
}
