package org.openmyna.kernel;

/** Digits as people type them, and the arithmetic that all check digits share. */
final class Digits {
    /**
     * Blanks and the many strokes that stand for a hyphen on Japanese keyboards and in documents.
     */
    private static final String SEPARATORS =
            " \u00A0\u3000-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFF0D\u30FC\uFF70";

    private Digits() {}

    /**
     * Turns full-width digits into half-width ones and takes out blanks and hyphens that stand
     * between digits; everything else stays, so that the strict constructor refuses it.
     */
    static String typed(String text) {
        String stripped = text.strip();
        var digits = new StringBuilder(stripped.length());
        for (int at = 0; at < stripped.length(); at++) {
            char c = stripped.charAt(at);
            boolean inside = at > 0 && at < stripped.length() - 1;
            if (c >= '０' && c <= '９') {
                digits.append((char) ('0' + (c - '０')));
            } else if (!inside || SEPARATORS.indexOf(c) < 0) {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    /** Whether the text is exactly {@code count} of 0 to 9; full-width digits are not. */
    static boolean are(String text, int count) {
        return text.length() == count && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * Sum of each digit times its weight.
     *
     * @param weightsFromTheRight the weight of the last digit first
     */
    static int weightedSum(String digits, int... weightsFromTheRight) {
        int sum = 0;
        for (int n = 0; n < digits.length(); n++) {
            sum += (digits.charAt(digits.length() - 1 - n) - '0') * weightsFromTheRight[n];
        }
        return sum;
    }

    static char character(int digit) {
        return (char) ('0' + digit);
    }
}
