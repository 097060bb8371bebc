package org.openmyna.trust.lint;

import org.jspecify.annotations.Nullable;

/** Name and address as a certificate carries them, and their substitute bitmaps (reference 2.4). */
final class CertifiedTextLint {
    private static final int MOST = 200;
    private static final int SUBSTITUTE_MARK = '●';
    private static final int WIDE_BLANK = '\u3000';

    private CertifiedTextLint() {}

    static void text(String text, String field, Findings findings) {
        int count = text.codePointCount(0, text.length());
        if (count < 1 || count > MOST) {
            findings.add(FourItemsRule.LENGTH, field, "1 to " + MOST, "" + count);
            return;
        }
        boolean blankBefore = true;
        boolean spaced = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            Rule broken = rule(c);
            if (broken != null) {
                findings.add(broken, field, "another character", "U+" + Integer.toHexString(c));
                return;
            }
            boolean blank = isBlank(c);
            spaced &= !(blank && (blankBefore || i == text.length()));
            blankBefore = blank;
        }
        if (!spaced) {
            findings.add(FourItemsRule.SPACING, field, "single blanks inside", "others");
        }
    }

    /** Which rule a character breaks by itself. JIS X 0208 and 0212 lie in the basic plane. */
    private static @Nullable Rule rule(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    FourItemsRule.CONTROL;
            case Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    FourItemsRule.CHARACTER;
            default -> c > 0xFFFF ? FourItemsRule.CHARACTER : null;
        };
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == WIDE_BLANK;
    }

    static void substitutes(String bitmap, String text, String field, Findings findings) {
        int count = text.codePointCount(0, text.length());
        for (int i = 0; i < bitmap.length(); i++) {
            if (bitmap.charAt(i) != '0' && bitmap.charAt(i) != '1') {
                findings.add(FourItemsRule.BITMAP_DIGITS, field, "0 or 1", "something else");
                return;
            }
        }
        if (bitmap.length() != count) {
            findings.add(FourItemsRule.BITMAP_LENGTH, field, "" + count, "" + bitmap.length());
            return;
        }
        for (int i = 0, at = 0; i < count; i++) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            boolean substitute = bitmap.charAt(i) == '1';
            if (c == SUBSTITUTE_MARK && !substitute || isBlank(c) && substitute) {
                findings.add(
                        FourItemsRule.BITMAP_PLACE, field, substitute ? "0" : "1", "place " + i);
                return;
            }
        }
    }
}
