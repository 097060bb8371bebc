package org.openmyna.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** URLs as pgjdbc reads them. */
final class Urls {
    private Urls() {}

    /** A secret from here on. */
    static String withLogin(String url, Login login) {
        return url
                + (url.contains("?") ? "&" : "?")
                + "user="
                + URLEncoder.encode(login.user(), StandardCharsets.UTF_8)
                + "&password="
                + URLEncoder.encode(login.password(), StandardCharsets.UTF_8);
    }
}
