package org.openmyna.server.web;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses: bytes that are no HTTP, headers too long, no host. */
final class CoreErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        Throwable failure =
                cause instanceof HttpException http
                        ? new RequestMalformed(String.valueOf(http.getReason()))
                        : cause instanceof Throwable other
                                ? other
                                : new RequestMalformed(
                                        String.valueOf(
                                                request.getAttribute(ErrorHandler.ERROR_MESSAGE)));
        CoreAnswers.problem(request, response, callback, failure);
        return true;
    }
}
