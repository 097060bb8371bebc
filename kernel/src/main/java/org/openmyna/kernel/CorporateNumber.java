package org.openmyna.kernel;

/**
 * Corporate Number 法人番号: a check digit on the left, then twelve digits (Finance Ordinance 70/2014
 * art. 2). Public: anybody may use and print it.
 *
 * @param digits 13 of 0-9, the first never 0, no separators
 */
public record CorporateNumber(String digits) {
    /**
     * @throws NumberMalformed if these are not 13 digits or the first is 0 (MYNA-KRN-005)
     * @throws CheckDigitWrong if the first does not fit (MYNA-KRN-006)
     */
    public CorporateNumber {
        if (!Digits.are(digits, 13) || digits.charAt(0) == '0') {
            throw new NumberMalformed(KernelError.CORPORATE_NUMBER_MALFORMED, digits);
        }
        if (digits.charAt(0) != ordinance70_art2(digits.substring(1))) {
            throw new CheckDigitWrong(KernelError.CORPORATE_NUMBER_CHECK_DIGIT);
        }
    }

    /**
     * Reads what a person typed: full-width digits, and groups by blanks or hyphens, are welcome.
     */
    public static CorporateNumber parse(String typed) {
        return new CorporateNumber(Digits.typed(typed));
    }

    /** Puts the check digit before twelve digits. */
    public static CorporateNumber withCheckDigit(String twelve) {
        if (!Digits.are(twelve, 12)) {
            throw new NumberMalformed(KernelError.CORPORATE_NUMBER_MALFORMED, twelve);
        }
        return new CorporateNumber(ordinance70_art2(twelve) + twelve);
    }

    /**
     * P1 is the rightmost; weight 1 for odd places, 2 for even ones; 9 minus the whole sum mod 9.
     */
    static char ordinance70_art2(String twelve) {
        int sum = Digits.weightedSum(twelve, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2);
        return Digits.character(9 - sum % 9);
    }
}
