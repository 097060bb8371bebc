package org.openmyna.kernel;

/**
 * My Number 個人番号: 12 digits, the last of them the check digit of Ordinance 85/2014 art. 5. Never
 * printed: {@code toString} hides it and no error carries it.
 *
 * <p>A fitting check digit is an aid against typing errors and no proof that the number was ever
 * given to anybody; because two remainders share the digit 0, about 1.6 % of single wrong digits
 * pass.
 *
 * @param digits 12 of 0-9, no separators
 */
public record MyNumber(String digits) {
    /**
     * @throws NumberMalformed if these are not 12 digits (MYNA-KRN-001)
     * @throws CheckDigitWrong if the last does not fit (MYNA-KRN-002)
     */
    public MyNumber {
        if (!Digits.are(digits, 12)) {
            throw new NumberMalformed(KernelError.MY_NUMBER_MALFORMED, digits);
        }
        if (digits.charAt(11) != ordinance85_art5(digits.substring(0, 11))) {
            throw new CheckDigitWrong(KernelError.MY_NUMBER_CHECK_DIGIT);
        }
    }

    /**
     * Reads what a person typed: full-width digits, and groups by blanks or hyphens, are welcome.
     */
    public static MyNumber parse(String typed) {
        return new MyNumber(Digits.typed(typed));
    }

    /** Completes eleven digits to a number; who may draw them is not the kernel's affair. */
    public static MyNumber withCheckDigit(String eleven) {
        if (!Digits.are(eleven, 11)) {
            throw new NumberMalformed(KernelError.MY_NUMBER_MALFORMED, eleven);
        }
        return new MyNumber(eleven + ordinance85_art5(eleven));
    }

    /**
     * P1 is the rightmost of the eleven; weights 2 to 7, then 2 to 6; remainders 0 and 1 give 0.
     */
    static char ordinance85_art5(String eleven) {
        int remainder = Digits.weightedSum(eleven, 2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 6) % 11;
        return Digits.character(remainder <= 1 ? 0 : 11 - remainder);
    }

    @Override
    public String toString() {
        return "MyNumber[hidden]";
    }
}
