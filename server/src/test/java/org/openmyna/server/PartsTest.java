package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.machine.Progress;
import org.openmyna.server.sample.NeedyConfiguration;
import org.openmyna.server.sample.SampleService;
import org.openmyna.server.web.OrganisationMissing;
import org.openmyna.server.web.SettingRefused;
import org.openmyna.trust.profile.CaKind;

/** Organisations as parts of one start, on one machine or several. */
class PartsTest {
    private static final List<Part> NEEDY =
            List.of(new Part(Organisation.SANDBOX, 0, NeedyConfiguration.class));

    /** Remembers what it hears. */
    private static final class Heard implements Progress {
        private final List<String> all = new ArrayList<>();

        @Override
        public synchronized void begins(Step step) {
            all.add(step.name());
        }

        @Override
        public synchronized void residentsKept(long there, int asked) {
            all.add(there + " of " + asked);
        }
    }

    @Test
    void the_last_steps_are_done_and_told_before_the_machine_is_ready() {
        Heard heard = new Heard();
        try (TestCountry country =
                TestCountry.with(NEEDY, settings -> settings.with(heard).withResidents(25))) {
            assertThat(heard.all).containsExactly("AUTHORITIES", "RESIDENTS", "10 of 25");
            assertThat(country.server.desks(CertificateService.class)).isNotNull();
            assertThatThrownBy(() -> country.server.desks(SampleService.class))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("SampleService");
        }
    }

    @Test
    void a_machine_of_one_organisation_takes_the_services_of_another_machine() {
        TestCountry authority = DesksContract.country();
        URI there = authority.server.tlsAddress().orElseThrow();
        try (TestCountry sandbox =
                TestCountry.with(
                        NEEDY,
                        settings -> {
                            copyHouse(authority.folder, settings.data());
                            return settings.withRoles(Set.of(ServerRole.SANDBOX))
                                    .withRemote(Organisation.AUTHORITY, there);
                        })) {
            CertificateService certificates =
                    sandbox.server.desks(CertificateService.class).desk(Organisation.SANDBOX);
            assertThat(certificates.caCertificates(DesksContract.call(), CaKind.SIGNATURE))
                    .hasSize(1);
            assertThat(sandbox.get("/crl/index.json").statusCode()).isEqualTo(404);
            assertThatThrownBy(sandbox.server::authorities)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static void copyHouse(Path from, Path to) {
        try (Stream<Path> files = Files.list(from.resolve("house"))) {
            Path house = Files.createDirectories(to.resolve("house"));
            for (Path file : files.toList()) Files.copy(file, house.resolve(file.getFileName()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void a_service_that_is_nowhere_is_named() {
        assertThatThrownBy(() ->
                        TestCountry.with(
                                NEEDY, settings -> settings.withRoles(Set.of(ServerRole.SANDBOX))))
                .isInstanceOf(OrganisationMissing.class)
                .hasMessageContaining("openmyna.remote.authority");
    }

    @Test
    void another_machine_is_named_by_its_tls_port() {
        ServerSettings usual = ServerSettings.in(TestCountry.newFolder());
        for (String wrong : List.of("http://localhost:8443", "localhost:8443", "?")) {
            assertThatThrownBy(() -> usual.withRemote(Organisation.CARDS, URI.create(wrong)))
                    .isInstanceOf(SettingRefused.class)
                    .hasMessageContaining("openmyna.remote.cards");
        }
        assertThatThrownBy(() -> usual.withResidents(-1)).isInstanceOf(SettingRefused.class);
    }
}
