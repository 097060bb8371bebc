package org.openmyna.server.web.page;

/** How large letters are. */
public enum TextSize {
    USUAL("100", "1"),
    LARGER("125", "1.25"),
    LARGE("150", "1.5"),
    DOUBLE("200", "2");

    private final String token;
    private final String factor;

    TextSize(String token, String factor) {
        this.token = token;
        this.factor = factor;
    }

    /** In the cookie: percent. */
    public String token() {
        return token;
    }

    /** In {@code data-text}. */
    public String factor() {
        return factor;
    }
}
