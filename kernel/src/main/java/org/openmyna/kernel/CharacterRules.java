package org.openmyna.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person sees as one character: a code point with the variation selector or combining marks
 * that follow it. 葛󠄀 is one character although Java counts three.
 */
final class CharacterRules {
    /** Why a text is refused, in both languages. */
    record Problem(String japanese, String english) {}

    private CharacterRules() {}

    /** Splits a text into characters; none is ever torn apart. */
    static List<String> characters(String text) {
        List<String> characters = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (at > start && !continues(codePoint)) {
                characters.add(text.substring(start, at));
                start = at;
            }
            at += Character.charCount(codePoint);
        }
        if (start < text.length()) {
            characters.add(text.substring(start));
        }
        return characters;
    }

    /** Variation selectors of the standard (FE00-FE0F) and of ideographs (E0100-E01EF). */
    static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    private static boolean continues(int codePoint) {
        return isVariationSelector(codePoint) || isMark(codePoint);
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }

    /** What a name and an address both must not be: empty, padded, or full of invisible signs. */
    static Optional<Problem> problemOf(String text, int mostCharacters) {
        if (text.isBlank()) {
            return Optional.of(new Problem("空です", "it is empty"));
        }
        if (!text.strip().equals(text)) {
            return Optional.of(new Problem("前後に空白があります", "there is a blank before or after it"));
        }
        if (text.codePoints().anyMatch(CharacterRules::isUnwritable)) {
            return Optional.of(
                    new Problem(
                            "改行などの制御文字が入っています",
                            "it holds a line break or another control character"));
        }
        if (continues(text.codePointAt(0))) {
            return Optional.of(
                    new Problem(
                            "異体字セレクタが文字の前にあります",
                            "a variation selector has no character before it"));
        }
        int count = characters(text).size();
        if (count > mostCharacters) {
            return Optional.of(
                    new Problem(
                            count + "文字あります（" + mostCharacters + "文字まで）",
                            "it has "
                                    + count
                                    + " characters, and "
                                    + mostCharacters
                                    + " are allowed"));
        }
        return Optional.empty();
    }

    private static boolean isUnwritable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
