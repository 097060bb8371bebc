package org.openmyna.trust.checker;

/** Something does not tell the truth, or cannot be shown to. */
final class Doubt extends Exception {
    private static final long serialVersionUID = 1L;
    private final String text;

    /**
     * @param text in English and Japanese, with a slash between, as a format
     */
    Doubt(String text, Object... values) {
        super(text);
        this.text = text.formatted(values);
    }

    String text() {
        return text;
    }
}
