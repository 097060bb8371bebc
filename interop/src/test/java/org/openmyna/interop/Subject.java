package org.openmyna.interop;

import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.CertificateSerial;

/**
 * One certificate of the population and what everybody should think of it.
 *
 * @param generation the key that verifiers think has signed it
 * @param point {@code prefecture_municipality}, as lists are named
 */
record Subject(
        int number,
        State state,
        Generation generation,
        CertificateSerial serial,
        String point,
        byte[] der) {
    /**
     * What became of it. Lists tell who was revoked, OCSP also who is not active yet: that is the
     * one difference.
     */
    enum State {
        GOOD(true, true, "good"),
        LIFTED(true, true, "good"),
        NOT_ACTIVE_YET(true, false, "unknown"),
        KEY_COMPROMISED(false, false, "revoked"),
        CA_COMPROMISED(false, false, "revoked"),
        MOVED(false, false, "revoked"),
        REPLACED(false, false, "revoked"),
        CEASED(false, false, "revoked"),
        UNSPECIFIED(false, false, "revoked"),
        HELD(false, false, "revoked"),
        HELD_THEN_COMPROMISED(false, false, "revoked"),
        THROWN_AWAY(false, false, "revoked"),
        EXPIRED(false, false, "good"),
        EXPIRED_REVOKED(false, false, "revoked"),
        OF_ANOTHER_CA(false, false, ""),
        TAMPERED(false, false, "good");

        final boolean acceptedByList;
        final boolean acceptedByOcsp;

        /** What OCSP says of its serial, whatever the time; empty if the serial is not ours. */
        final String status;

        State(boolean acceptedByList, boolean acceptedByOcsp, String status) {
            this.acceptedByList = acceptedByList;
            this.acceptedByOcsp = acceptedByOcsp;
            this.status = status;
        }
    }

    Subject {
        der = der.clone();
    }

    @Override
    public byte[] der() {
        return der.clone();
    }

    String pem() {
        return Pem.certificate(der);
    }

    /** {@code signature-1-full.crl}. */
    String fullList() {
        return listName("full");
    }

    /** {@code signature-1-Hyogo-ken_Himeji-shi.crl}. */
    String shard() {
        return listName(point);
    }

    private String listName(String part) {
        String ca =
                switch (generation.ca()) {
                    case SIGNATURE -> "signature";
                    case USER_AUTHENTICATION -> "authentication";
                };
        return ca + "-" + generation.number() + "-" + part + ".crl";
    }

    @Override
    public String toString() {
        return "%02d %s %d %s 0x%s"
                .formatted(number, generation.ca(), generation.number(), state, serial);
    }
}
