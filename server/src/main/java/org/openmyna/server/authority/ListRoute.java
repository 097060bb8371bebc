package org.openmyna.server.authority;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.openmyna.server.web.CoreAnswers;
import org.openmyna.server.web.CoreRoute;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.PathUnknown;
import org.openmyna.trust.authority.crl.PublishedIndex;
import org.openmyna.trust.authority.crl.RevocationListPublisher;

/**
 * Revocation lists over HTTP (RFC 5280 4.2.1.13, RFC 2585): {@code /crl/index.json} and {@code
 * /crl/<name>}, from the files that the publisher made, with a strong tag, the SHA-256 of the file.
 */
final class ListRoute implements CoreRoute {
    private static final String PATH = "/crl/";

    private final RevocationListPublisher lists;
    private final FileTags tags = new FileTags();

    ListRoute(RevocationListPublisher lists) {
        this.lists = lists;
    }

    @Override
    public boolean takes(Origin origin, String path) {
        return path.startsWith(PATH);
    }

    @Override
    public boolean mayWait() {
        return true;
    }

    @Override
    public void answer(Request request, Response response, Callback callback) throws IOException {
        CoreAnswers.mustRead(request);
        String path = String.valueOf(request.getHttpURI().getDecodedPath());
        String name = path.substring(PATH.length());
        Path file = lists.file(name).orElseThrow(() -> new PathUnknown(path));
        try (FileTags.Opened list = tags.open(file)) {
            HttpFields.Mutable headers = response.getHeaders();
            CoreAnswers.secure(headers);
            headers.put(HttpHeader.ETAG, list.etag());
            headers.put(
                    HttpHeader.LAST_MODIFIED,
                    DateGenerator.formatDate(list.modified().toEpochMilli()));
            headers.put(HttpHeader.CACHE_CONTROL, "public, max-age=60, must-revalidate");
            if (isKnown(request, list)) {
                response.setStatus(304);
                response.write(true, null, callback);
                return;
            }
            headers.put(
                    HttpHeader.CONTENT_TYPE,
                    name.equals(PublishedIndex.NAME) ? "application/json" : "application/pkix-crl");
            headers.put(HttpHeader.CONTENT_LENGTH, list.bytes());
            stream(request, response, list.content());
        }
        callback.succeeded();
    }

    private static void stream(Request request, Response response, InputStream content)
            throws IOException {
        if ("HEAD".equals(request.getMethod())) return;
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            content.transferTo(out);
        }
    }

    /** RFC 9110 13.2.2: dates count only where no tag was sent. */
    private static boolean isKnown(Request request, FileTags.Opened list) {
        String known = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
        if (known != null) return Etags.matches(known, list.etag());
        String since = request.getHeaders().get(HttpHeader.IF_MODIFIED_SINCE);
        return since != null && !list.modified().isAfter(moment(since));
    }

    /** A date that is none asks for nothing. */
    private static Instant moment(String httpDate) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME
                    .withZone(ZoneOffset.UTC)
                    .parse(httpDate, Instant::from);
        } catch (DateTimeParseException malformed) {
            return Instant.MIN;
        }
    }
}
