package org.openmyna.trust.verifier;

import java.util.HexFormat;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.JpkiCertificate;

/**
 * Where the status (失効情報) of a certificate comes from: revocation lists at hand ({@link
 * RevocationLists}), lists fetched over HTTP, or an OCSP responder (both in {@code
 * org.openmyna.trust.verifier.online}). It is trusted for delivery alone: signature, scope and age
 * are the verifier's to judge, and no data means no acceptance. It is asked by many threads, and
 * only about certificates whose issuer has been proved.
 */
@FunctionalInterface
public interface StatusSource {
    /**
     * Whose status is wanted.
     *
     * @param certificate proved to be the issuer's
     * @param issuer the pinned generation
     */
    record Wanted(JpkiCertificate certificate, CaCertificate issuer) {
        /** Key identifier of the generation, lower-case hexadecimal. */
        public String issuerKeyId() {
            return HexFormat.of().formatHex(issuer.subjectKeyId());
        }
    }

    /** What is known of it, or why nothing is. */
    StatusData find(Wanted wanted);

    /** This source, and the other where this one has nothing: OCSP first, lists if it is silent. */
    default StatusSource orElse(StatusSource other) {
        return wanted ->
                switch (find(wanted)) {
                    case StatusData.Missing missing -> other.find(wanted);
                    case StatusData.ByList list -> list;
                    case StatusData.ByAnswer answer -> answer;
                };
    }
}
