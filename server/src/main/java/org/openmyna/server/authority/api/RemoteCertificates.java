package org.openmyna.server.authority.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import org.openmyna.kernel.Audience;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.house.MachineIdentity;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.web.CallNotPermitted;
import org.openmyna.server.web.OrganisationNotReached;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The desk on another machine, over mutual TLS. */
public final class RemoteCertificates {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.shared();

    private RemoteCertificates() {}

    /**
     * @param address of the other machine's TLS port
     * @param machine who this machine is: the desk is that of its organisation
     */
    public static CertificateService at(
            URI address, MachineIdentity machine, InstantSource realTime) {
        HttpClient http =
                HttpClient.newBuilder()
                        .sslContext(machine.forCalls())
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(TO_CONNECT)
                        .build();
        RestClient client =
                RestClient.builder()
                        .baseUrl(address)
                        .requestFactory(new JdkClientHttpRequestFactory(http))
                        .defaultStatusHandler(
                                HttpStatusCode::isError,
                                (_, response) -> {
                                    throw refusal(address, response);
                                })
                        .build();
        CertificateService proxy =
                HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                        .customArgumentResolver(new CallHeaders(realTime))
                        .build()
                        .createClient(CertificateService.class);
        return PatientCalls.around(CertificateService.class, proxy, address, realTime);
    }

    private static MynaException refusal(URI address, ClientHttpResponse response)
            throws IOException {
        try {
            JsonNode problem = JSON.readTree(response.getBody());
            return new RemoteRefusal(
                    problem.path("code").asString("MYNA-SRV-016"),
                    Audience.valueOf(problem.path("audience").asString("OPERATOR")),
                    problem.path("ja").asString(""),
                    problem.path("en").asString(""));
        } catch (JacksonException | IllegalArgumentException noProblem) {
            return new OrganisationNotReached(
                    address.toString(), "HTTP " + response.getStatusCode().value(), noProblem);
        }
    }

    /** Only for its own organisation: who calls is what the machine certificate says. */
    public static CertificateServices services(
            Organisation own, URI address, MachineIdentity machine, InstantSource realTime) {
        CertificateService desk = at(address, machine, realTime);
        return caller -> {
            if (caller != own) {
                throw new CallNotPermitted(caller.id(), own.id());
            }
            return desk;
        };
    }
}
