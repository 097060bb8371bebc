package org.openmyna.trust.lint;

/**
 * One field that is not as the profile or the application wants it. Carries no text of the four
 * items: of them it tells lengths and places only.
 *
 * @param code {@code MYNA-LNT-nnn}, one for each rule; never changes its meaning
 * @param field where, such as {@code subjectAltName.address}
 * @param expected what should stand there
 * @param found what stands there
 * @param clause where the rule comes from, such as {@code RFC 5280 4.1.2.2}
 * @param japanese the rule as a sentence
 * @param english the rule as a sentence
 */
public record Finding(
        String code,
        String field,
        String expected,
        String found,
        String clause,
        String japanese,
        String english) {
    @Override
    public String toString() {
        return code + " " + field + ": expected " + expected + ", found " + found;
    }
}
