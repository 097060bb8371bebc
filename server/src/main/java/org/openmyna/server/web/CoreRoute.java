package org.openmyna.server.web;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers beside Spring MVC, in the server itself: for what is asked most. */
public interface CoreRoute {
    /** Whether this route answers here; called for each request, so it costs nearly nothing. */
    boolean takes(Origin origin, String path);

    /** Whether answering may wait for a disk, a database or a signature: not on network threads. */
    boolean mayWait();

    /**
     * Answers, and completes the callback.
     *
     * @throws Exception an error of OpenMyna becomes a problem, another one an unexpected problem
     */
    void answer(Request request, Response response, Callback callback) throws Exception;
}
