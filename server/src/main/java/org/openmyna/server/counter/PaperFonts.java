package org.openmyna.server.counter;

/** The fonts of papers, in the order in which they are asked for a character. */
record PaperFonts(PaperFont usual, PaperFont rare) {
    /** What stands for a character that no font has. */
    static final String SUBSTITUTE = "〓";

    /**
     * @throws FontMissing if one is nowhere (MYNA-CTR-004)
     */
    static PaperFonts load() {
        return new PaperFonts(PaperFont.usual(), PaperFont.rare());
    }

    /**
     * The text with {@link #SUBSTITUTE} for what cannot be printed. A variation selector (IVS)
     * goes: PDF text has no way to ask a font for one, so the base character is printed.
     */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .filter(each -> !isSelector(each))
                .forEach(each -> {
                    if (has(each)) printable.appendCodePoint(each);
                    else printable.append(SUBSTITUTE);
                });
        return printable.toString();
    }

    private boolean has(int character) {
        return usual.has(character) || rare.has(character) || Character.isWhitespace(character);
    }

    static boolean hasSelector(String text) {
        return text.codePoints().anyMatch(PaperFonts::isSelector);
    }

    private static boolean isSelector(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0100 && character <= 0xE01EF);
    }
}
