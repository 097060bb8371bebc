package org.openmyna.trust.verifier.items;

import java.util.function.UnaryOperator;

/** Compares a text with substitute characters and one without. */
final class TextMatch {
    /** Stands for one character that nobody knows; no text of a register has it (private use). */
    static final int ANY = 0xE000;

    private TextMatch() {}

    /**
     * @param flags one digit for each character of {@code certified}: 1 for a substitute
     * @param folded brings all ways of writing together, and leaves {@link #ANY} alone
     */
    static ItemMatch of(
            String certified, String flags, String onFile, UnaryOperator<String> folded) {
        boolean substitutes = flags.indexOf('1') >= 0;
        if (!substitutes && certified.equals(onFile)) return new ItemMatch.Same();
        if (onFile.indexOf(ANY) >= 0) return new ItemMatch.Different();
        String wanted = folded.apply(onFile);
        String usual = folded.apply(certified);
        if (usual.equals(wanted) && (!substitutes || !hidesUnknown(certified, flags)))
            return new ItemMatch.SameInOtherWriting();
        if (!substitutes) return new ItemMatch.Different();
        int[] pattern = folded.apply(opened(certified, flags)).codePoints().toArray();
        int open = openPlaces(pattern, wanted.codePoints().toArray());
        return open < 0 ? new ItemMatch.Different() : new ItemMatch.Open(open);
    }

    /** ● stands for a character without any usual form: equal marks mean nothing. */
    private static boolean hidesUnknown(String text, String flags) {
        int[] characters = text.codePoints().toArray();
        for (int n = 0; n < characters.length; n++)
            if (flags.charAt(n) == '1' && characters[n] == '●') return true;
        return false;
    }

    private static String opened(String text, String flags) {
        int[] characters = text.codePoints().toArray();
        for (int n = 0; n < characters.length; n++) if (flags.charAt(n) == '1') characters[n] = ANY;
        return new String(characters, 0, characters.length);
    }

    /** How many characters the pattern leaves open, or -1 if the text does not fit it. */
    private static int openPlaces(int[] pattern, int[] text) {
        if (pattern.length != text.length) return -1;
        int open = 0;
        for (int n = 0; n < pattern.length; n++) {
            if (pattern[n] == ANY) open++;
            else if (pattern[n] != text[n]) return -1;
        }
        return open;
    }
}
