package org.openmyna.kernel;

/**
 * Verification number B 照合番号B: birth date in era years (6 digits), Gregorian year of the card's
 * expiry (4), security code (4). All of it stands on the front of the card. Never printed.
 *
 * @param digits 14 of 0-9
 */
public record VerificationNumberB(String digits) {
    /**
     * @throws NumberMalformed if these are not 14 digits (MYNA-KRN-010)
     */
    public VerificationNumberB {
        if (!Digits.are(digits, 14)) {
            throw new NumberMalformed(KernelError.VERIFICATION_NUMBER_B_MALFORMED, digits);
        }
    }

    /**
     * Puts the number together from what stands on the face of the card.
     *
     * @param expiryYear Gregorian, four digits
     * @throws NumberMalformed if the year has not four digits (MYNA-KRN-011)
     */
    public static VerificationNumberB of(
            JapaneseDate born, int expiryYear, SecurityCode securityCode) {
        if (expiryYear < 1000 || expiryYear > 9999) {
            throw new NumberMalformed(KernelError.EXPIRY_YEAR_IMPOSSIBLE, expiryYear);
        }
        return new VerificationNumberB(born.sixDigits() + expiryYear + securityCode.digits());
    }

    /**
     * Reads what a person typed: full-width digits, and groups by blanks or hyphens, are welcome.
     */
    public static VerificationNumberB parse(String typed) {
        return new VerificationNumberB(Digits.typed(typed));
    }

    @Override
    public String toString() {
        return "VerificationNumberB[hidden]";
    }
}
