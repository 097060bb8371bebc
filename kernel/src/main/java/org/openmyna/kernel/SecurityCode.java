package org.openmyna.kernel;

/**
 * Security code セキュリティコード: the four digits under the photo on the card. Not printed, since it opens
 * the four items together with dates that many people know.
 *
 * @param digits 4 of 0-9
 */
public record SecurityCode(String digits) {
    /**
     * @throws NumberMalformed if these are not 4 digits (MYNA-KRN-009)
     */
    public SecurityCode {
        if (!Digits.are(digits, 4)) {
            throw new NumberMalformed(KernelError.SECURITY_CODE_MALFORMED, digits);
        }
    }

    /** Reads what a person typed: full-width digits are welcome. */
    public static SecurityCode parse(String typed) {
        return new SecurityCode(Digits.typed(typed));
    }

    @Override
    public String toString() {
        return "SecurityCode[hidden]";
    }
}
