package org.openmyna.kernel;

/**
 * Municipality code 全国地方公共団体コード: prefecture (2 digits, JIS X 0401), municipality (3 digits, JIS X
 * 0402) and a check digit. Whether such a municipality exists is another question.
 *
 * @param digits 6 of 0-9, with the check digit
 */
public record MunicipalityCode(String digits) {
    /**
     * @throws NumberMalformed if these are not 6 digits (MYNA-KRN-007)
     * @throws CheckDigitWrong if the last does not fit (MYNA-KRN-008)
     */
    public MunicipalityCode {
        if (!Digits.are(digits, 6)) {
            throw new NumberMalformed(KernelError.MUNICIPALITY_CODE_MALFORMED, digits);
        }
        if (digits.charAt(5) != checkDigit(digits.substring(0, 5))) {
            throw new CheckDigitWrong(KernelError.MUNICIPALITY_CODE_CHECK_DIGIT);
        }
    }

    /**
     * Reads what a person typed: full-width digits, and groups by blanks or hyphens, are welcome.
     */
    public static MunicipalityCode parse(String typed) {
        return new MunicipalityCode(Digits.typed(typed));
    }

    /** Adds the check digit to the five digits that many tables give alone. */
    public static MunicipalityCode withCheckDigit(String five) {
        if (!Digits.are(five, 5)) {
            throw new NumberMalformed(KernelError.MUNICIPALITY_CODE_MALFORMED, five);
        }
        return new MunicipalityCode(five + checkDigit(five));
    }

    /** Prefecture and municipality without the check digit. */
    public String fiveDigits() {
        return digits.substring(0, 5);
    }

    /** Unlike My Number: the last digit of 11 − r, so that r = 0 gives 1 and r = 1 gives 0. */
    static char checkDigit(String five) {
        int remainder = Digits.weightedSum(five, 2, 3, 4, 5, 6) % 11;
        return Digits.character((11 - remainder) % 10);
    }
}
