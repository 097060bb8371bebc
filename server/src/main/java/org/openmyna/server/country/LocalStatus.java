package org.openmyna.server.country;

import java.util.List;
import java.util.Map;
import org.openmyna.trust.authority.ocsp.OcspCaller;
import org.openmyna.trust.authority.ocsp.OcspResponder;
import org.openmyna.trust.profile.BasicOcspResponse;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.OcspResponse;
import org.openmyna.trust.verifier.StatusData;
import org.openmyna.trust.verifier.StatusSource;
import org.openmyna.trust.verifier.VerifierError;

/**
 * The responder of this machine, asked without a network. Its answers are signed all the same, and
 * believed for that alone.
 */
final class LocalStatus implements StatusSource {
    private final OcspResponder responder;
    private final OcspCaller caller;

    /**
     * @param caller who asks
     */
    LocalStatus(OcspResponder responder, OcspCaller caller) {
        this.responder = responder;
        this.caller = caller;
    }

    @Override
    public StatusData find(Wanted wanted) {
        OcspRequest question =
                OcspRequest.of(
                        List.of(
                                CertId.of(
                                        // as nearly everybody asks: such answers lie ready
                                        HashAlgorithm.SHA_1,
                                        wanted.issuer(),
                                        wanted.certificate().serial())));
        byte[] answer = responder.answer(question.der(), caller).der();
        return switch (OcspResponse.parse(answer)) {
            case BasicOcspResponse basic -> new StatusData.ByAnswer(question, basic);
            case OcspResponse.Refused(var status) ->
                    new StatusData.Missing(
                            VerifierError.RESPONDER_REFUSED,
                            Map.of("address", "here", "status", status.name()));
        };
    }
}
