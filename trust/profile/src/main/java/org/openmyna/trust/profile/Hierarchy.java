package org.openmyna.trust.profile;

/**
 * Which of the two worlds a certificate belongs to. Names and policies tell them apart: the test
 * hierarchy says {@code O=JPKI-TEST} and uses test policies.
 */
public enum Hierarchy {
    TEST("JPKI-TEST"),
    PRODUCTION("JPKI");

    private final String organization;

    Hierarchy(String organization) {
        this.organization = organization;
    }

    /** The {@code O} of the issuer and of every CRL distribution point. */
    public String organization() {
        return organization;
    }
}
