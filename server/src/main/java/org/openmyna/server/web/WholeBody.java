package org.openmyna.server.web;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/** Reads a small body without holding a thread, however slowly it comes. */
public final class WholeBody implements Invocable.Task {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final int limit;
    private final Consumer<byte[]> reader;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream(256);

    private WholeBody(
            Request request,
            Response response,
            Callback callback,
            int limit,
            Consumer<byte[]> reader) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.limit = limit;
        this.reader = reader;
    }

    /**
     * @param limit in bytes; more is answered with 413
     * @param reader gets all of it, on a thread of the network
     */
    public static void read(
            Request request,
            Response response,
            Callback callback,
            int limit,
            Consumer<byte[]> reader) {
        if (request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > limit) {
            throw new BodyTooLarge(limit);
        }
        new WholeBody(request, response, callback, limit, reader).run();
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public void run() {
        try {
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    callback.failed(chunk.getFailure());
                    return;
                }
                take(chunk);
                if (chunk.isLast()) {
                    reader.accept(received.toByteArray());
                    return;
                }
            }
        } catch (RuntimeException failure) {
            CoreAnswers.problem(request, response, callback, failure);
        }
    }

    private void take(Content.Chunk chunk) {
        try {
            if (received.size() + chunk.remaining() > limit) throw new BodyTooLarge(limit);
            byte[] bytes = new byte[chunk.remaining()];
            chunk.get(bytes, 0, bytes.length);
            received.writeBytes(bytes);
        } finally {
            chunk.release();
        }
    }
}
