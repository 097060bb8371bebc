package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.calls.Call;
import org.openmyna.server.calls.Remote;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.web.OrganisationNotReached;

class CertificatesOverTheNetworkTest extends CertificateServiceContract {
    private static final Map<Organisation, CertificateService> DESKS = new ConcurrentHashMap<>();

    @Override
    CertificateService desk(Organisation caller) {
        return DESKS.computeIfAbsent(
                caller, each -> at(TestCountry.shared().server.tlsAddress().orElseThrow(), each));
    }

    private static CertificateService at(URI address, Organisation caller) {
        return Remote.at(
                CertificateService.class,
                address,
                TestCountry.shared().server.house().orElseThrow().machine(caller),
                Instant::now);
    }

    @Test
    void who_does_not_answer_is_waited_for_until_the_deadline_alone() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            CertificateService nobody =
                    at(
                            URI.create("https://localhost:" + silent.getLocalPort()),
                            Organisation.CARDS);
            assertThatThrownBy(() ->
                            nobody.caCertificates(
                                    new Call("key", Instant.now().plusMillis(300)), LOGIN))
                    .isInstanceOf(OrganisationNotReached.class);
        }
    }

    @Test
    void a_machine_that_is_not_there_is_named() {
        CertificateService nobody = at(URI.create("https://localhost:9"), Organisation.CARDS);
        assertThatThrownBy(() ->
                        nobody.caCertificates(new Call("key", Instant.now().plusSeconds(5)), LOGIN))
                .isInstanceOf(OrganisationNotReached.class)
                .hasMessageContaining("localhost:9");
    }
}
