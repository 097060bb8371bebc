package org.openmyna.trust.profile;

/**
 * With what certificates, lists and answers are signed: the generations in use know the first, the
 * next one the second (reference 1.5).
 */
enum SignatureAlgorithm {
    /** Its parameters are NULL (RFC 4055 5). */
    SHA256_WITH_RSA(Oid.SHA256_WITH_RSA, "SHA256withRSA"),
    /** Without parameters (RFC 5758 3.2). */
    ECDSA_WITH_SHA384(Oid.ECDSA_WITH_SHA384, "SHA384withECDSA");

    private final String oid;
    private final String javaName;

    SignatureAlgorithm(String oid, String javaName) {
        this.oid = oid;
        this.javaName = javaName;
    }

    String javaName() {
        return javaName;
    }

    /** Reads an AlgorithmIdentifier. */
    static SignatureAlgorithm read(DerReader in, String what) {
        DerReader algorithm = in.sequence(what);
        String oid = algorithm.oid(what);
        for (SignatureAlgorithm known : values()) {
            if (known.oid.equals(oid)) {
                if (known == SHA256_WITH_RSA) {
                    algorithm.nul(what);
                }
                algorithm.mustEnd(what);
                return known;
            }
        }
        throw new DerFault(what + ": neither sha256WithRSAEncryption nor ecdsa-with-SHA384");
    }

    /** Reads one that must be the same as another that was read (RFC 5280 4.1.1.2, 5.1.1.2). */
    void mustBeAgain(DerReader in, String what) {
        if (read(in, what) != this) {
            throw new DerFault(what + ": not the same as outside");
        }
    }
}
