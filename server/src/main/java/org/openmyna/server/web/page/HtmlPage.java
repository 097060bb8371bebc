package org.openmyna.server.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** A written page, with the headers that every page has. */
public final class HtmlPage implements View {
    static final String TYPE = "text/html;charset=utf-8";

    /** Nothing inline, nothing from elsewhere. */
    static final String POLICY =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self';"
                    + " script-src 'self'; connect-src 'self'; frame-ancestors 'none';"
                    + " base-uri 'none'; form-action 'self'";

    private final int status;
    private final String language;
    private final List<String> formTargets;
    private final byte[] html;

    /**
     * @param formTargets origins that the answer to a form may lead to, beside its own
     */
    HtmlPage(int status, String language, List<String> formTargets, byte[] html) {
        this.status = status;
        this.language = language;
        this.formTargets = List.copyOf(formTargets);
        this.html = html;
    }

    int status() {
        return status;
    }

    String language() {
        return language;
    }

    byte[] html() {
        return html;
    }

    @Override
    public String getContentType() {
        return TYPE;
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        headers().forEach(response::setHeader);
        response.setContentLength(html.length);
        if (!request.getMethod().equals("HEAD")) response.getOutputStream().write(html);
    }

    /** A page depends on cookies and may tell of a person: nobody keeps it. */
    Map<String, String> headers() {
        return Map.of(
                HttpHeaders.CONTENT_TYPE,
                TYPE,
                HttpHeaders.CONTENT_LANGUAGE,
                language,
                HttpHeaders.CACHE_CONTROL,
                "no-store",
                "Content-Security-Policy",
                Stream.concat(Stream.of(POLICY), formTargets.stream())
                        .collect(Collectors.joining(" ")),
                // with no-referrer a form would not say where it comes from
                "Referrer-Policy",
                "same-origin");
    }
}
