package org.openmyna.server.authority;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.web.CoreAnswers;
import org.openmyna.server.web.CoreRoute;
import org.openmyna.server.web.MediaTypeNotTaken;
import org.openmyna.server.web.MethodNotAllowed;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.WholeBody;
import org.openmyna.trust.authority.ocsp.OcspAnswer;
import org.openmyna.trust.authority.ocsp.OcspCaller;
import org.openmyna.trust.authority.ocsp.OcspResponder;

/**
 * OCSP over HTTP (RFC 6960 A.1, RFC 5019): under any path of the OCSP origin, which is the address
 * in certificates, and under {@code /ocsp} of the others. An answer that is kept is given by the
 * thread that read the question; what must be signed goes to {@link SigningThreads}.
 */
final class OcspRoute implements CoreRoute {
    private static final String PATH = "/ocsp";
    private static final String REQUEST_TYPE = "application/ocsp-request";
    private static final int LARGEST_REQUEST = 65_536;
    private static final HttpField RESPONSE_TYPE =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/ocsp-response");
    private static final HttpField NO_STORE =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final HttpField NO_SNIFF =
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

    /** RFC 6960 4.2.1: OCSPResponse { tryLater(3) }. */
    private static final byte[] TRY_LATER = {0x30, 0x03, 0x0A, 0x01, 0x03};

    private final OcspResponder responder;
    private final SigningThreads signing;
    private final CachingHeaders caching;

    OcspRoute(OcspResponder responder, SigningThreads signing, InstantSource legalTime) {
        this.responder = responder;
        this.signing = signing;
        this.caching = new CachingHeaders(legalTime);
    }

    @Override
    public boolean takes(Origin origin, String path) {
        return origin == Origin.OCSP
                || path.startsWith(PATH)
                        && (path.length() == PATH.length() || path.charAt(PATH.length()) == '/');
    }

    @Override
    public boolean mayWait() {
        return false;
    }

    @Override
    public void answer(Request request, Response response, Callback callback) {
        OcspCaller caller = ClientCertificates.caller(request);
        switch (request.getMethod()) {
            case "POST" -> post(request, response, callback, caller);
            case "GET", "HEAD" -> get(request, response, callback, caller);
            default -> throw new MethodNotAllowed(request.getMethod(), "GET, HEAD, POST");
        }
    }

    private void post(Request request, Response response, Callback callback, OcspCaller caller) {
        mustBeOcsp(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        WholeBody.read(
                request,
                response,
                callback,
                LARGEST_REQUEST,
                body -> {
                    OcspAnswer kept = responder.kept(body, caller);
                    if (kept != null) {
                        write(request, response, callback, kept);
                    } else {
                        sign(request, response, callback, () -> responder.answer(body, caller));
                    }
                });
    }

    private static void mustBeOcsp(@Nullable String type) {
        boolean ocsp =
                type != null
                        && type.regionMatches(true, 0, REQUEST_TYPE, 0, REQUEST_TYPE.length())
                        && (type.length() == REQUEST_TYPE.length()
                                || " ;".indexOf(type.charAt(REQUEST_TYPE.length())) >= 0);
        if (!ocsp) throw new MediaTypeNotTaken(String.valueOf(type), REQUEST_TYPE);
    }

    private void get(Request request, Response response, Callback callback, OcspCaller caller) {
        String encoded = afterSlash(request);
        OcspAnswer kept = responder.keptGet(encoded, caller);
        if (kept != null) {
            write(request, response, callback, kept);
        } else {
            sign(request, response, callback, () -> responder.answerGet(encoded, caller));
        }
    }

    /** Base-64 of a request begins with M, so slashes before it are the address's, not its own. */
    private static String afterSlash(Request request) {
        String path = String.valueOf(request.getHttpURI().getPath());
        int from = path.startsWith(PATH + "/") || path.equals(PATH) ? PATH.length() : 0;
        while (from < path.length() && path.charAt(from) == '/') from++;
        return path.substring(from);
    }

    private interface Signing {
        OcspAnswer answer();
    }

    private void sign(Request request, Response response, Callback callback, Signing work) {
        boolean taken =
                signing.take(() -> {
                    try {
                        write(request, response, callback, work.answer());
                    } catch (RuntimeException failure) {
                        CoreAnswers.problem(request, response, callback, failure);
                    }
                });
        if (!taken) {
            response.getHeaders().put(RESPONSE_TYPE);
            response.getHeaders().put(NO_STORE);
            CoreAnswers.body(request, response, ByteBuffer.wrap(TRY_LATER), callback);
        }
    }

    private void write(Request request, Response response, Callback callback, OcspAnswer answer) {
        var headers = response.getHeaders();
        headers.put(RESPONSE_TYPE);
        headers.put(NO_SNIFF);
        OcspAnswer.Caching about = answer.caching().orElse(null);
        if (about == null) {
            headers.put(NO_STORE);
        } else {
            caching.put(headers, about);
            if (isKnown(request, about)) {
                response.setStatus(304);
                response.write(true, null, callback);
                return;
            }
        }
        CoreAnswers.body(request, response, ByteBuffer.wrap(answer.der()), callback);
    }

    /** RFC 9110 13.1.2, for GET and HEAD alone. */
    private static boolean isKnown(Request request, OcspAnswer.Caching about) {
        String known = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
        return known != null
                && !"POST".equals(request.getMethod())
                && Etags.matches(known, about.etag());
    }
}
