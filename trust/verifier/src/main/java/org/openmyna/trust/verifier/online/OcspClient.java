package org.openmyna.trust.verifier.online;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.openmyna.trust.profile.BasicOcspResponse;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.OcspResponse;
import org.openmyna.trust.profile.OcspResponseMalformed;
import org.openmyna.trust.verifier.StatusData;
import org.openmyna.trust.verifier.StatusSource;
import org.openmyna.trust.verifier.VerifierError;

/**
 * Asks the authority's OCSP responder about each certificate (RFC 6960, POST). It delivers the
 * answer; whether to believe it is for the verifier. Threads wait for the network: give it virtual
 * ones, or enough.
 */
public final class OcspClient implements StatusSource {
    private static final int NONCE_BYTES = 32;

    private final HttpClient http;
    private final OcspSettings settings;
    private final SecureRandom random;

    public OcspClient(OcspSettings settings, SecureRandom random) {
        this(Web.client(settings.timeout()), settings, random);
    }

    /**
     * @param http such as has the verifier's client certificate
     */
    public OcspClient(HttpClient http, OcspSettings settings, SecureRandom random) {
        this.http = http;
        this.settings = settings;
        this.random = random;
    }

    @Override
    public StatusData find(Wanted wanted) {
        URI address = settings.responders().get(wanted.issuer().kind());
        if (address == null)
            return new StatusData.Missing(
                    VerifierError.RESPONDER_NOT_CONFIGURED,
                    Map.of("authority", wanted.issuer().kind().name()));
        OcspRequest question = question(wanted);
        try {
            return switch (OcspResponse.parse(ask(address, question))) {
                case BasicOcspResponse answer -> new StatusData.ByAnswer(question, answer);
                case OcspResponse.Refused(var status) ->
                        new StatusData.Missing(
                                VerifierError.RESPONDER_REFUSED,
                                Map.of("address", address.toString(), "status", status.name()));
            };
        } catch (IOException broken) {
            return unreachable(address, String.valueOf(broken.getMessage()));
        } catch (OcspResponseMalformed malformed) {
            return unreachable(address, String.valueOf(malformed.details().get("reason")));
        }
    }

    private OcspRequest question(Wanted wanted) {
        List<CertId> about =
                List.of(CertId.of(settings.hash(), wanted.issuer(), wanted.certificate().serial()));
        if (!settings.nonce()) return OcspRequest.of(about);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return OcspRequest.withNonce(nonce, about);
    }

    /** RFC 6960 A.1. */
    private byte[] ask(URI address, OcspRequest question) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/ocsp-request")
                        .header("Accept", "application/ocsp-response")
                        .timeout(settings.timeout())
                        .POST(BodyPublishers.ofByteArray(question.der()))
                        .build();
        HttpResponse<byte[]> response =
                Web.call(
                        http,
                        request,
                        head ->
                                new Bounded<>(
                                        BodySubscribers.ofByteArray(), OcspResponse.MAX_BYTES),
                        settings.timeout());
        if (response.statusCode() != 200) throw new IOException("HTTP " + response.statusCode());
        return response.body();
    }

    private static StatusData.Missing unreachable(URI address, String what) {
        return new StatusData.Missing(
                VerifierError.RESPONDER_UNREACHABLE,
                Map.of("address", address.toString(), "what", what));
    }
}
