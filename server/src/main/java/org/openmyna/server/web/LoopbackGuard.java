package org.openmyna.server.web;

import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Request;

/** What operators see is for this machine alone: {@code /actuator/**}. */
final class LoopbackGuard implements FrontHandler.Guard {
    private static final String PATH = "/actuator";

    @Override
    public void check(Request request, String path) {
        if (!path.startsWith(PATH)) return;
        boolean here =
                request.getConnectionMetaData().getRemoteSocketAddress()
                                instanceof InetSocketAddress remote
                        && remote.getAddress() != null
                        && remote.getAddress().isLoopbackAddress();
        if (!here) throw new LoopbackOnly();
    }
}
