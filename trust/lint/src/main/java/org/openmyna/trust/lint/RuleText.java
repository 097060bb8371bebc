package org.openmyna.trust.lint;

/**
 * What a rule says.
 *
 * @param number becomes {@code MYNA-LNT-nnn}
 * @param clause where it comes from
 */
record RuleText(int number, String clause, String japanese, String english) {
    String code() {
        String digits = String.valueOf(1000 + number);
        return "MYNA-LNT-" + digits.substring(1);
    }
}
