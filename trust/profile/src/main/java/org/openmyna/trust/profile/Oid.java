package org.openmyna.trust.profile;

/** Object identifiers, in dotted form. Reference 2.2, 2.4 and 2.5; RFC 5280 for the common ones. */
final class Oid {
    private static final String JPKI = "1.2.392.200149.8.5";
    private static final String EXAMPLES = "2.999.";

    /** Characters of name and address, certificate and sex: the six otherNames, reference 2.4. */
    static final String NAME = JPKI + ".5.1";

    static final String NAME_SUBSTITUTES = JPKI + ".5.2";
    static final String SEX = JPKI + ".5.3";
    static final String BIRTH_DATE = JPKI + ".5.4";
    static final String ADDRESS = JPKI + ".5.5";
    static final String ADDRESS_SUBSTITUTES = JPKI + ".5.6";

    static final String COUNTRY = "2.5.4.6";
    static final String LOCALITY = "2.5.4.7";
    static final String ORGANIZATION = "2.5.4.10";
    static final String UNIT = "2.5.4.11";
    static final String COMMON_NAME = "2.5.4.3";

    static final String SUBJECT_KEY_ID = "2.5.29.14";
    static final String KEY_USAGE = "2.5.29.15";
    static final String SUBJECT_ALT_NAME = "2.5.29.17";
    static final String ISSUER_ALT_NAME = "2.5.29.18";
    static final String BASIC_CONSTRAINTS = "2.5.29.19";
    static final String CRL_NUMBER = "2.5.29.20";
    static final String REASON_CODE = "2.5.29.21";
    static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
    static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    static final String CERTIFICATE_POLICIES = "2.5.29.32";
    static final String AUTHORITY_KEY_ID = "2.5.29.35";
    static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    static final String AUTHORITY_INFO_ACCESS = "1.3.6.1.5.5.7.1.1";

    static final String CPS_QUALIFIER = "1.3.6.1.5.5.7.2.1";
    static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    static final String OCSP = "1.3.6.1.5.5.7.48.1";

    /** RFC 6960 4.2.1, 4.2.2.2.1 and 4.4; RFC 9654 for the nonce. */
    static final String OCSP_BASIC = OCSP + ".1";

    static final String OCSP_NONCE = OCSP + ".2";
    static final String OCSP_RESPONSE = OCSP + ".4";
    static final String OCSP_NOCHECK = OCSP + ".5";
    static final String OCSP_ARCHIVE_CUTOFF = OCSP + ".6";
    static final String OCSP_SERVICE_LOCATOR = OCSP + ".7";

    static final String RSA = "1.2.840.113549.1.1.1";
    static final String SHA256_WITH_RSA = "1.2.840.113549.1.1.11";
    static final String EC = "1.2.840.10045.2.1";
    static final String SECP384R1 = "1.3.132.0.34";
    static final String ECDSA_WITH_SHA384 = "1.2.840.10045.4.3.3";

    private Oid() {}

    /**
     * The certificate policy, reference 2.5. The production policy of user authentication on phones
     * is the reference's guess. The test policies but one are not known from any source; ours are
     * guesses under the arc of examples, 2.999, which nobody owns (ITU-T X.660). A UUID under 2.25
     * would be as free, but its one long number makes programs in Go before 1.22, such as
     * jpki/myna, refuse the certificate.
     */
    static String policy(CaKind kind, Hierarchy hierarchy, CertificateMedium medium) {
        return switch (hierarchy) {
            case PRODUCTION ->
                    switch (kind) {
                        case SIGNATURE -> JPKI + ".1.1." + (onCard(medium) ? "20" : "40");
                        case USER_AUTHENTICATION -> JPKI + ".1.3." + (onCard(medium) ? "30" : "50");
                    };
            case TEST ->
                    switch (kind) {
                        case SIGNATURE ->
                                onCard(medium) ? JPKI + ".1.0.20" : EXAMPLES + JPKI + ".1.0.40";
                        case USER_AUTHENTICATION ->
                                EXAMPLES + JPKI + ".1.0." + (onCard(medium) ? "30" : "50");
                    };
        };
    }

    private static boolean onCard(CertificateMedium medium) {
        return switch (medium) {
            case CARD -> true;
            case PHONE -> false;
        };
    }
}
