package org.openmyna.server.calls;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openmyna.kernel.Audience;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.house.HouseCa;
import org.openmyna.server.house.MachineIdentity;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.web.OrganisationNotReached;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Desks on another machine, over mutual TLS. */
public final class Remote {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private Remote() {}

    /**
     * @param address of the other machine's TLS port
     * @param machine who this machine is: the desk is that of its organisation
     */
    public static <S> S at(
            Class<S> service, URI address, MachineIdentity machine, InstantSource realTime) {
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
                        .configureMessageConverters(converters ->
                                converters
                                        .registerDefaults()
                                        .withJsonConverter(
                                                new JacksonJsonHttpMessageConverter(
                                                        HouseJson.mapper())))
                        .defaultStatusHandler(
                                HttpStatusCode::isError,
                                (_, response) -> {
                                    throw refusal(address, response);
                                })
                        .build();
        S proxy =
                HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                        .customArgumentResolver(new CallHeaders(realTime))
                        .conversionService(isoDates())
                        .build()
                        .createClient(service);
        return PatientCalls.around(service, proxy, address, realTime);
    }

    /** The desks of a service there, for all organisations of this machine. */
    public static <S> Desks<S> desks(
            Class<S> service, URI address, HouseCa house, InstantSource realTime) {
        Map<Organisation, S> desks = new ConcurrentHashMap<>();
        return caller ->
                desks.computeIfAbsent(
                        caller, each -> at(service, address, house.machine(each), realTime));
    }

    private static MynaException refusal(URI address, ClientHttpResponse response)
            throws IOException {
        try {
            JsonNode problem = HouseJson.mapper().readTree(response.getBody());
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

    /** Dates in addresses are written as both sides read them, whatever language they speak. */
    private static ConversionService isoDates() {
        var service = new DefaultFormattingConversionService(false);
        var dates = new DateTimeFormatterRegistrar();
        dates.setUseIsoFormat(true);
        dates.registerFormatters(service);
        return service;
    }
}
