package org.openmyna.server.web;

import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Tells people in a browser what went wrong; programs get JSON. A bean of the Jetty server. */
public interface BrowserProblems {
    /**
     * @param headers by name, with the type of the body
     */
    record Answer(Map<String, String> headers, byte[] body) {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    Answer answer(Problem problem, Request request);

    /** Whether the answer is for a person. */
    static boolean wantsPage(Request request) {
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return accept != null && accept.contains("text/html");
    }
}
