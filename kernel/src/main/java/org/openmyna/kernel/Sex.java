package org.openmyna.kernel;

/** Sex 性別 with the codes of the certificate (the card's own files use 9 and 0 beside 1 and 2). */
public enum Sex {
    MALE("1", "男"),
    FEMALE("2", "女"),
    UNKNOWN("3", "不明");

    private final String code;
    private final String japanese;

    Sex(String code, String japanese) {
        this.code = code;
        this.japanese = japanese;
    }

    /** The digit in the signature certificate. */
    public String code() {
        return code;
    }

    public String japanese() {
        return japanese;
    }

    /**
     * The sex that a certificate's digit means.
     *
     * @throws SexCodeUnknown if the code is not 1, 2 or 3 (MYNA-KRN-034)
     */
    public static Sex ofCode(String code) {
        for (Sex sex : values()) {
            if (sex.code.equals(code)) {
                return sex;
            }
        }
        throw new SexCodeUnknown(code);
    }
}
