package org.openmyna.trust.verifier;

import java.util.Map;
import org.openmyna.trust.profile.BasicOcspResponse;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.RevocationListView;

/** Status information as delivered by a {@link StatusSource}: not yet believed. */
public sealed interface StatusData {
    /** The newest revocation list (証明書失効リスト) of the place of the certificate. */
    record ByList(RevocationListView list) implements StatusData {}

    /**
     * What an OCSP responder answered.
     *
     * @param asked the question, about this certificate alone
     */
    record ByAnswer(OcspRequest asked, BasicOcspResponse answer) implements StatusData {}

    /**
     * Nothing: the certificate is refused with this reason.
     *
     * @param details values for the placeholders of its sentence
     */
    record Missing(VerifierError why, Map<String, String> details) implements StatusData {
        public Missing {
            details = Map.copyOf(details);
        }
    }
}
