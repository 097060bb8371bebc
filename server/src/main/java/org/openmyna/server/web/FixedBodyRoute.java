package org.openmyna.server.web;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * What the server can do at most: {@code /bench/fixed/N} answers N bytes and does nothing else. A
 * POST is read first, as OCSP is. For benchmarks alone.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class FixedBodyRoute implements CoreRoute {
    private static final String PATH = "/bench/fixed/";
    private static final int MOST = 16;
    private static final int LARGEST = 1 << 20;
    private static final int LARGEST_REQUEST = 65_536;
    private static final HttpField TYPE =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/octet-stream");

    private final Map<String, byte[]> bodies = new ConcurrentHashMap<>();

    @Override
    public boolean takes(Origin origin, String path) {
        return path.startsWith(PATH);
    }

    @Override
    public boolean mayWait() {
        return false;
    }

    @Override
    public void answer(Request request, Response response, Callback callback) {
        String path = String.valueOf(request.getHttpURI().getPath());
        byte[] known = bodies.get(path);
        byte[] body = known != null ? known : remembered(path);
        response.getHeaders().put(TYPE);
        if ("POST".equals(request.getMethod())) {
            WholeBody.read(
                    request,
                    response,
                    callback,
                    LARGEST_REQUEST,
                    _ -> CoreAnswers.body(request, response, ByteBuffer.wrap(body), callback));
        } else {
            CoreAnswers.body(request, response, ByteBuffer.wrap(body), callback);
        }
    }

    private byte[] remembered(String path) {
        byte[] made = make(path);
        if (bodies.size() < MOST) bodies.put(path, made);
        return made;
    }

    private static byte[] make(String path) {
        try {
            int bytes = Integer.parseInt(path.substring(PATH.length()));
            if (bytes < 0 || bytes > LARGEST) throw new PathUnknown(path);
            return new byte[bytes];
        } catch (NumberFormatException noNumber) {
            throw new PathUnknown(path);
        }
    }
}
