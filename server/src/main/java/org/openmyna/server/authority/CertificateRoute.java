package org.openmyna.server.authority;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.openmyna.server.web.CoreAnswers;
import org.openmyna.server.web.CoreRoute;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.PathUnknown;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.Generations;

/** The CA's own certificates (RFC 2585): {@code /ca/1001.cer}, by the id of the key generation. */
final class CertificateRoute implements CoreRoute {
    private static final String PATH = "/ca/";
    private static final Pattern NAME = Pattern.compile("/ca/([1-9][0-9]{3})\\.cer");

    private final Generations generations;

    CertificateRoute(Generations generations) {
        this.generations = generations;
    }

    @Override
    public boolean takes(Origin origin, String path) {
        return path.startsWith(PATH);
    }

    @Override
    public boolean mayWait() {
        return true;
    }

    @Override
    public void answer(Request request, Response response, Callback callback) {
        String path = String.valueOf(request.getHttpURI().getPath());
        Matcher name = NAME.matcher(path);
        if (!name.matches()) throw new PathUnknown(path);
        short id = Short.parseShort(name.group(1));
        Generation generation =
                generations
                        .byId(id)
                        .or(() -> {
                            generations.refresh();
                            return generations.byId(id);
                        })
                        .orElseThrow(() -> new PathUnknown(path));
        CoreAnswers.whole(
                request,
                response,
                callback,
                "application/pkix-cert",
                generation.certificate().der());
    }
}
