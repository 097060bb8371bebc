package org.openmyna.kernel;

import java.util.List;

/**
 * A person's name 氏名: family name, one full-width blank (U+3000), given name. A person may have one
 * name only, and a foreign resident's name is written in Latin letters with ordinary blanks.
 * Variation selectors are kept and no form of normalisation is applied, for either would change the
 * glyph by which the person is registered.
 *
 * @param text at most 100 characters as a person counts them
 */
public record PersonName(String text) {
    private static final int MOST_CHARACTERS = 100;
    private static final String SEPARATOR = "\u3000";

    /**
     * @throws TextMalformed if the text is empty, padded, too long or holds control characters, or
     *     two blanks follow each other (MYNA-KRN-031)
     */
    public PersonName {
        CharacterRules.problemOf(text, MOST_CHARACTERS)
                .ifPresent(problem -> {
                    throw new TextMalformed(KernelError.PERSON_NAME_MALFORMED, problem);
                });
        if (List.of(text.split("[ \u3000]", -1)).contains("")) {
            throw new TextMalformed(
                    KernelError.PERSON_NAME_MALFORMED,
                    new CharacterRules.Problem("空白が続いています", "two blanks follow each other"));
        }
    }

    public static PersonName of(String family, String given) {
        return new PersonName(family + SEPARATOR + given);
    }

    /**
     * Reads what a person typed: blanks around it are dropped, and blanks inside become one
     * full-width blank, unless the name is written in Latin letters.
     */
    public static PersonName parse(String typed) {
        String text = typed.strip();
        boolean latin = text.codePoints().allMatch(c -> c < 0x250);
        return new PersonName(text.replaceAll("[ \u00A0\u3000]+", latin ? " " : SEPARATOR));
    }

    /** What stands before the first full-width blank; the whole name where there is none. */
    public String family() {
        return text.split(SEPARATOR, 2)[0];
    }

    /** What stands after the first full-width blank; empty where there is none. */
    public String given() {
        String[] parts = text.split(SEPARATOR, 2);
        return parts.length == 2 ? parts[1] : "";
    }

    /** The name as a certificate can carry it, with a flag for each character that was replaced. */
    public SubstitutedText forCertificate() {
        return SubstituteGlyphs.substitute(text);
    }
}
