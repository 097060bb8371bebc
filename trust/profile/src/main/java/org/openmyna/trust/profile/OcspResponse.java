package org.openmyna.trust.profile;

/** What a responder answers (OCSPResponse, RFC 6960 4.2.1): a refusal, or something signed. */
public sealed interface OcspResponse permits OcspResponse.Refused, BasicOcspResponse {
    /** Room for hundreds of answers. */
    int MAX_BYTES = 262_144;

    /**
     * No answer; nobody signed this.
     *
     * @param status any but {@code SUCCESSFUL}
     */
    record Refused(OcspStatus status) implements OcspResponse {
        /**
         * @throws OcspNotWritable for {@code SUCCESSFUL} (MYNA-PRF-035)
         */
        public Refused {
            if (status == OcspStatus.SUCCESSFUL) {
                throw new OcspNotWritable("a success without an answer");
            }
        }
    }

    /**
     * Reads a response; whether to believe it is for {@link BasicOcspResponse#check}.
     *
     * @param der at most {@link #MAX_BYTES} of strict DER
     * @throws OcspResponseMalformed for anything else (MYNA-PRF-032)
     */
    static OcspResponse parse(byte[] der) {
        try {
            if (der.length > MAX_BYTES) {
                throw new DerFault("longer than " + MAX_BYTES + " bytes");
            }
            return OcspResponseReading.rfc6960_4_2_1(der.clone());
        } catch (DerFault fault) {
            throw new OcspResponseMalformed(fault.reason());
        }
    }
}
