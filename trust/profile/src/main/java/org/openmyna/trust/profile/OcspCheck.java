package org.openmyna.trust.profile;

import java.util.List;

/** Whether an OCSP response answers a request. */
public sealed interface OcspCheck {
    /**
     * It does.
     *
     * @param answers one for each CertID of the request, in its order
     */
    record Sound(List<OcspSingleResponse> answers) implements OcspCheck {
        public Sound {
            answers = List.copyOf(answers);
        }
    }

    /** It does not; the first reason that was found. */
    record Doubtful(OcspDoubt why) implements OcspCheck {}
}
