package org.openmyna.server.authority;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.openmyna.kernel.Language;
import org.openmyna.server.web.CoreAnswers;
import org.openmyna.server.web.CoreRoute;
import org.openmyna.server.web.Origin;

/**
 * Where the policy of every certificate points (RFC 5280 4.2.1.4): what these certificates are
 * worth, which is nothing.
 */
final class PracticeRoute implements CoreRoute {
    private final Map<Language, byte[]> pages = new EnumMap<>(Language.class);

    PracticeRoute() {
        pages.put(Language.JAPANESE, page("cps.ja.html"));
        pages.put(Language.ENGLISH, page("cps.en.html"));
    }

    private static byte[] page(String name) {
        try (InputStream page = PracticeRoute.class.getResourceAsStream(name)) {
            if (page == null) throw new IllegalStateException(name + " is not in the program");
            return page.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public boolean takes(Origin origin, String path) {
        return path.equals("/cps") || path.equals("/") && origin == Origin.AUTHORITY;
    }

    @Override
    public boolean mayWait() {
        return false;
    }

    @Override
    public void answer(Request request, Response response, Callback callback) {
        Language language = CoreAnswers.language(request);
        response.getHeaders().put(HttpHeader.VARY, "Accept-Language");
        byte[] page = pages.getOrDefault(language, new byte[0]);
        CoreAnswers.whole(request, response, callback, "text/html; charset=utf-8", page);
    }
}
