package org.openmyna.server.authority;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.openmyna.server.web.CallMalformed;
import org.openmyna.server.web.CoreAnswers;
import org.openmyna.server.web.CoreRoute;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.PathUnknown;
import org.openmyna.trust.authority.log.StatusLog;

/**
 * The status log for whoever wants to check it: {@code /log?from=N} the entries from position N on,
 * {@code /log/head} its signed end, {@code /log/key.pem} the key that signs it. It holds serials,
 * dates and municipalities, and nobody's name.
 */
final class LogRoute implements CoreRoute {
    private static final String TEXT = "text/plain; charset=utf-8";

    private static final int BUFFER = 1 << 15;

    private final StatusLog log;
    private final boolean signsHeads;

    /**
     * @param signsHeads whether this machine has the key of the log; else the newest head is told
     */
    LogRoute(StatusLog log, boolean signsHeads) {
        this.log = log;
        this.signsHeads = signsHeads;
    }

    @Override
    public boolean takes(Origin origin, String path) {
        return path.equals("/log") || path.startsWith("/log/");
    }

    @Override
    public boolean mayWait() {
        return true;
    }

    @Override
    public void answer(Request request, Response response, Callback callback) throws IOException {
        String path = String.valueOf(request.getHttpURI().getPath());
        switch (path) {
            case "/log" -> entries(request, response, callback);
            case "/log/head" -> text(request, response, callback, head(path));
            case "/log/key.pem" -> text(request, response, callback, key());
            default -> throw new PathUnknown(path);
        }
    }

    private static void text(
            Request request, Response response, Callback callback, String content) {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        CoreAnswers.whole(request, response, callback, TEXT, body);
    }

    private String head(String path) {
        return signsHeads
                ? log.head().text()
                : log.newestHead().orElseThrow(() -> new PathUnknown(path)).text();
    }

    private String key() {
        String base64 =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(log.publicKey().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    private void entries(Request request, Response response, Callback callback) throws IOException {
        CoreAnswers.mustRead(request);
        long from = from(request);
        // what was answered before is in it, whoever did it
        if (signsHeads) {
            var _ = log.catchUp();
        }
        CoreAnswers.secure(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, TEXT);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        if (!"HEAD".equals(request.getMethod())) {
            try (OutputStream out =
                    new BufferedOutputStream(Content.Sink.asOutputStream(response), BUFFER)) {
                log.export(from - 1, out);
            }
        }
        callback.succeeded();
    }

    private static long from(Request request) {
        Fields query = Request.extractQueryParameters(request);
        String from = query.getValue("from");
        if (from == null) return 1;
        if (!from.matches("[1-9][0-9]{0,17}")) throw new CallMalformed("from");
        return Long.parseLong(from);
    }
}
