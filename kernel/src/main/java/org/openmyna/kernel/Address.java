package org.openmyna.kernel;

/**
 * An address 住所 as registered: from the prefecture on, without postal code, digits usually full
 * width. Not normalised, for the reason given at {@link PersonName}.
 *
 * @param text at most 200 characters as a person counts them
 */
public record Address(String text) {
    private static final int MOST_CHARACTERS = 200;

    /**
     * @throws TextMalformed if the text is empty, padded, too long or holds control characters
     *     (MYNA-KRN-032)
     */
    public Address {
        CharacterRules.problemOf(text, MOST_CHARACTERS)
                .ifPresent(problem -> {
                    throw new TextMalformed(KernelError.ADDRESS_MALFORMED, problem);
                });
    }

    /** Reads what a person typed: blanks around it are dropped. */
    public static Address parse(String typed) {
        return new Address(typed.strip());
    }

    /**
     * The address as a certificate can carry it, with a flag for each character that was replaced.
     */
    public SubstitutedText forCertificate() {
        return SubstituteGlyphs.substitute(text);
    }
}
