package org.openmyna.trust.verifier.online;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.profile.RevocationListFile;
import org.openmyna.trust.profile.RevocationListView;
import org.openmyna.trust.verifier.Refusal;
import org.openmyna.trust.verifier.VerifierError;

/** One conditional GET (RFC 9110 13.1.2), and everything a list must be before it is taken. */
final class ListDownload {
    private final HttpClient http;
    private final ListSettings settings;
    private final ListCopies copies;

    ListDownload(HttpClient http, ListSettings settings, ListCopies copies) {
        this.http = http;
        this.settings = settings;
        this.copies = copies;
    }

    /**
     * The newer list, already copied into the folder; empty if there is none.
     *
     * @throws ListNotTaken if it cannot be had, or must not be taken
     */
    Optional<RevocationListView> newer(
            ListPlace place, Optional<RevocationListView> atHand, Instant now) {
        URI address = settings.addresses().apply(place);
        try {
            Path received = copies.fresh(place);
            try {
                Optional<String> known = atHand.isPresent() ? copies.tag(place) : Optional.empty();
                HttpResponse<Path> response = get(address, known, received);
                if (response.statusCode() == 304 && known.isPresent()) return Optional.empty();
                if (response.statusCode() != 200)
                    throw new IOException("HTTP " + response.statusCode());
                RevocationListView list = opened(received, address);
                mustBeTakeable(place, list, atHand, now);
                copies.keep(place, received, response.headers().firstValue("ETag"));
                boolean same = atHand.filter(old -> old.number().equals(list.number())).isPresent();
                return same ? Optional.empty() : Optional.of(list);
            } finally {
                Files.deleteIfExists(received);
            }
        } catch (IOException broken) {
            throw notFetched(address, String.valueOf(broken.getMessage()));
        }
    }

    private HttpResponse<Path> get(URI address, Optional<String> known, Path to)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("Accept", "application/pkix-crl")
                        .timeout(settings.timeout());
        known.ifPresent(tag -> request.header("If-None-Match", tag));
        return Web.call(
                http,
                request.build(),
                head ->
                        new Bounded<>(
                                BodySubscribers.ofFile(
                                        to,
                                        StandardOpenOption.WRITE,
                                        StandardOpenOption.TRUNCATE_EXISTING),
                                settings.mostBytes()),
                settings.timeout());
    }

    private static RevocationListView opened(Path received, URI address) {
        try {
            return RevocationListFile.open(received);
        } catch (MynaException unreadable) {
            throw notFetched(address, String.valueOf(unreadable.getMessage()));
        }
    }

    /** RFC 5280 6.3.3 (b) and (g), and never back in time. */
    private static void mustBeTakeable(
            ListPlace place,
            RevocationListView list,
            Optional<RevocationListView> atHand,
            Instant now) {
        must(
                list.scope().equals(Optional.of(place.point())),
                VerifierError.REVOCATION_LIST_OF_ANOTHER_PLACE,
                Map.of("what", place.point().prefecture() + " " + place.point().municipality()));
        must(
                list.isIssuedBy(place.issuer()),
                VerifierError.REVOCATION_LIST_SIGNATURE_WRONG,
                Map.of());
        boolean older = atHand.filter(old -> list.number().compareTo(old.number()) < 0).isPresent();
        must(
                !older && !now.isAfter(list.nextUpdate()),
                VerifierError.REVOCATION_LIST_STALE,
                Map.of(
                        "thisUpdate", list.thisUpdate().toString(),
                        "nextUpdate", list.nextUpdate().toString()));
    }

    private static void must(boolean holds, VerifierError why, Map<String, String> details) {
        if (!holds) throw new ListNotTaken(new Refusal(why, details));
    }

    private static ListNotTaken notFetched(URI address, String what) {
        return new ListNotTaken(
                new Refusal(
                        VerifierError.REVOCATION_LIST_NOT_FETCHED,
                        Map.of("address", address.toString(), "what", what)));
    }
}
