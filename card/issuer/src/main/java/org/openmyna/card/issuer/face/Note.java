package org.openmyna.card.issuer.face;

import java.time.LocalDate;

/**
 * An entry in the note panel 追記欄: what changed after the card was made.
 *
 * @param day when the municipality wrote it
 * @param text one line of at most 210 characters, such as a new address
 */
public record Note(LocalDate day, String text) {
    private static final int MOST_CHARACTERS = 210;

    /**
     * @throws NoteMalformed if the text is empty, too long, or holds control characters
     *     (MYNA-ISS-047)
     */
    public Note {
        if (text.isBlank()) {
            throw new NoteMalformed("空です", "it is empty");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new NoteMalformed("改行などの制御文字があります", "it holds control characters");
        }
        int count = FaceFonts.characters(text).size();
        if (count > MOST_CHARACTERS) {
            throw new NoteMalformed(
                    count + "文字あります（" + MOST_CHARACTERS + "文字まで）",
                    "it has " + count + " characters, and " + MOST_CHARACTERS + " are allowed");
        }
    }

    /** A new address or name stays hidden. */
    @Override
    public String toString() {
        return "Note[hidden]";
    }
}
