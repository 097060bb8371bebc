package org.openmyna.server.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.openmyna.kernel.Language;

/** Writes answers without Spring. */
public final class CoreAnswers {
    private static final HttpField NO_SNIFF =
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final HttpField NO_REFERRER =
            new PreEncodedHttpField("Referrer-Policy", "no-referrer");
    private static final HttpField NO_FRAME = new PreEncodedHttpField("X-Frame-Options", "DENY");
    private static final HttpField NOTHING_LOADS =
            new PreEncodedHttpField(
                    "Content-Security-Policy",
                    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    private static final HttpField NO_STORE =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final HttpField PROBLEM =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);

    private CoreAnswers() {}

    /** What keeps browsers from making more of an answer than it is. */
    public static void secure(HttpFields.Mutable headers) {
        headers.put(NO_SNIFF);
        headers.put(NO_REFERRER);
        headers.put(NO_FRAME);
        headers.put(NOTHING_LOADS);
    }

    /** A whole body; a HEAD gets its length alone. */
    public static void body(
            Request request, Response response, ByteBuffer body, Callback callback) {
        if ("HEAD".equals(request.getMethod())) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.remaining());
            response.write(true, null, callback);
        } else {
            response.write(true, body, callback);
        }
    }

    /** A whole body of a type, for GET and HEAD, with the headers that browsers heed. */
    public static void whole(
            Request request, Response response, Callback callback, String type, byte[] body) {
        mustRead(request);
        secure(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        body(request, response, ByteBuffer.wrap(body), callback);
    }

    /**
     * @throws MethodNotAllowed for another method than GET and HEAD (MYNA-SRV-006)
     */
    public static void mustRead(Request request) {
        if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
            throw new MethodNotAllowed(request.getMethod(), "GET, HEAD");
        }
    }

    /** The language that the reader wants. */
    public static Language language(Request request) {
        return Languages.of(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    }

    /** The answer to something that went wrong, in the language that was asked for. */
    public static void problem(
            Request request, Response response, Callback callback, Throwable failure) {
        if (response.isCommitted()) {
            callback.failed(failure);
            return;
        }
        Problem problem = Problem.of(failure);
        response.reset();
        response.setStatus(problem.status());
        HttpFields.Mutable headers = response.getHeaders();
        secure(headers);
        byte[] body = told(problem, request, headers);
        if (problem.error() instanceof MethodNotAllowed not) {
            headers.put(HttpHeader.ALLOW, String.valueOf(not.details().get("allowed")));
        }
        body(request, response, ByteBuffer.wrap(body), callback);
    }

    /** A page for people, JSON for programs. */
    private static byte[] told(Problem problem, Request request, HttpFields.Mutable headers) {
        BrowserProblems pages = server(request).getBean(BrowserProblems.class);
        if (pages != null && BrowserProblems.wantsPage(request)) {
            BrowserProblems.Answer answer = pages.answer(problem, request);
            answer.headers().forEach(headers::put);
            return answer.body();
        }
        Language language = language(request);
        headers.put(NO_STORE);
        headers.put(PROBLEM);
        headers.put(HttpHeader.CONTENT_LANGUAGE, Languages.tag(language));
        return problem.json(language);
    }

    private static Server server(Request request) {
        return request.getConnectionMetaData().getConnector().getServer();
    }
}
