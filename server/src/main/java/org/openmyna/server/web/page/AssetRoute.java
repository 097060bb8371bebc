package org.openmyna.server.web.page;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.openmyna.server.web.CoreAnswers;
import org.openmyna.server.web.CoreRoute;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.PathUnknown;

/** Files of the layout, under every origin that has pages. */
final class AssetRoute implements CoreRoute {
    private final Assets assets;

    AssetRoute(Assets assets) {
        this.assets = assets;
    }

    @Override
    public boolean takes(Origin origin, String path) {
        return origin != Origin.OCSP && Assets.takes(path);
    }

    @Override
    public boolean mayWait() {
        return false;
    }

    @Override
    public void answer(Request request, Response response, Callback callback) {
        CoreAnswers.mustRead(request);
        String path = String.valueOf(request.getHttpURI().getPath());
        Assets.Asset asset = assets.at(path).orElseThrow(() -> new PathUnknown(path));
        CoreAnswers.secure(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, asset.type());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "public, max-age=31536000, immutable");
        CoreAnswers.body(request, response, ByteBuffer.wrap(asset.bytes()), callback);
    }
}
