package org.openmyna.server.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Who comes to the machine itself is led to the home page of the test country. */
public final class HomeRoute implements CoreRoute {
    private final String host;

    /**
     * @param domain that origins are under
     */
    public HomeRoute(String domain) {
        this.host = Origin.SANDBOX.host(domain);
    }

    @Override
    public boolean takes(Origin origin, String path) {
        return origin == Origin.MACHINE && path.equals("/");
    }

    @Override
    public boolean mayWait() {
        return false;
    }

    @Override
    public void answer(Request request, Response response, Callback callback) {
        CoreAnswers.mustRead(request);
        CoreAnswers.secure(response.getHeaders());
        int port = Request.getServerPort(request);
        String home = request.getHttpURI().getScheme() + "://" + host + ":" + port + "/";
        response.setStatus(HttpStatus.FOUND_302);
        response.getHeaders().put(HttpHeader.LOCATION, home);
        response.write(true, null, callback);
    }
}
