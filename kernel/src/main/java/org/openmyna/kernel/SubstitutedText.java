package org.openmyna.kernel;

/**
 * A text of a certificate together with its substitute flags (代替文字の使用位置情報): one digit for each
 * character, blanks included; 1 where the registered character was replaced by another one.
 *
 * @param text what the certificate carries
 * @param flags as many of 0 and 1 as the text has characters
 */
public record SubstitutedText(String text, String flags) {
    /**
     * @throws TextMalformed if the flags are not 0 and 1, or not one for each character
     *     (MYNA-KRN-033)
     */
    public SubstitutedText {
        int characters = CharacterRules.characters(text).size();
        if (flags.length() != characters || !flags.matches("[01]*")) {
            throw new TextMalformed(characters, flags.length());
        }
    }

    /** Whether any character was replaced, so that this text is not the registered one. */
    public boolean anySubstitute() {
        return flags.indexOf('1') >= 0;
    }
}
