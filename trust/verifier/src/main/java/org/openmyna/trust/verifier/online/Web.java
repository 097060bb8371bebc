package org.openmyna.trust.verifier.online;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call, with a deadline for all of it: HttpRequest's own ends with the headers. */
final class Web {
    private Web() {}

    /**
     * A client without redirects.
     *
     * @param timeout for the connection
     */
    static HttpClient client(Duration timeout) {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /**
     * @throws IOException in one short sentence, if there is no whole response in time
     */
    static <T> HttpResponse<T> call(
            HttpClient http, HttpRequest request, BodyHandler<T> reader, Duration timeout)
            throws IOException {
        CompletableFuture<HttpResponse<T>> call = http.sendAsync(request, reader);
        try {
            return call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            call.cancel(true);
            throw new IOException("no whole response in " + timeout.toMillis() + " ms", late);
        } catch (InterruptedException stopped) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw new IOException(said(cause == null ? failed : cause), failed);
        }
    }

    private static String said(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
