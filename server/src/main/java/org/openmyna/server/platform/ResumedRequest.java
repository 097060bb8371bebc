package org.openmyna.server.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request that was kept while the card was asked, and goes on now: whatever
 * address the browser came back to. What the relying party asked for never passes through the
 * browser again.
 */
final class ResumedRequest extends RealmRequest {
    private static final String PATH = PlatformAddress.REALM + PlatformAddress.PROTOCOL + "/auth";

    private final AskedFor asked;

    ResumedRequest(HttpServletRequest request, AskedFor asked, CardHolderLogin holder) {
        super(request);
        this.asked = asked;
        setAttribute(LoginContexts.HOLDER, holder);
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public String getRequestURI() {
        return PATH;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(getScheme())
                .append("://")
                .append(getServerName())
                .append(':')
                .append(getServerPort())
                .append(PATH);
    }

    @Override
    public String getQueryString() {
        return asked.query();
    }

    @Override
    public @Nullable String getParameter(String name) {
        return asked.parameters().get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> all = new LinkedHashMap<>();
        asked.parameters().forEach((name, value) -> all.put(name, new String[] {value}));
        return all;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(asked.parameters().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String value = asked.parameters().get(name);
        return value == null ? null : new String[] {value};
    }
}
