package org.openmyna.kernel;

/**
 * Resident record code 住民票コード: ten random digits and a check digit (Ordinance for the Resident
 * Registry Act art. 1). Never printed: its private use is prohibited.
 *
 * <p>The weights stand in MIC notice 436/2002, which the sources of this code did not hold: they
 * are recalled, not read. If they are wrong, {@link #WEIGHTS_FROM_THE_RIGHT} is the one place to
 * change.
 *
 * @param digits 11 of 0-9, no separators
 */
public record ResidentRecordCode(String digits) {
    private static final int[] WEIGHTS_FROM_THE_RIGHT = {2, 3, 4, 5, 6, 7, 2, 3, 4, 5};

    /**
     * @throws NumberMalformed if these are not 11 digits (MYNA-KRN-003)
     * @throws CheckDigitWrong if the last does not fit (MYNA-KRN-004)
     */
    public ResidentRecordCode {
        if (!Digits.are(digits, 11)) {
            throw new NumberMalformed(KernelError.RESIDENT_RECORD_CODE_MALFORMED, digits);
        }
        if (digits.charAt(10) != notice436_2002(digits.substring(0, 10))) {
            throw new CheckDigitWrong(KernelError.RESIDENT_RECORD_CODE_CHECK_DIGIT);
        }
    }

    /**
     * Reads what a person typed: full-width digits, and groups by blanks or hyphens, are welcome.
     */
    public static ResidentRecordCode parse(String typed) {
        return new ResidentRecordCode(Digits.typed(typed));
    }

    /** Completes ten digits, which ought to be random, to a code. */
    public static ResidentRecordCode withCheckDigit(String ten) {
        if (!Digits.are(ten, 10)) {
            throw new NumberMalformed(KernelError.RESIDENT_RECORD_CODE_MALFORMED, ten);
        }
        return new ResidentRecordCode(ten + notice436_2002(ten));
    }

    static char notice436_2002(String ten) {
        int remainder = Digits.weightedSum(ten, WEIGHTS_FROM_THE_RIGHT) % 11;
        return Digits.character(remainder <= 1 ? 0 : 11 - remainder);
    }

    @Override
    public String toString() {
        return "ResidentRecordCode[hidden]";
    }
}
