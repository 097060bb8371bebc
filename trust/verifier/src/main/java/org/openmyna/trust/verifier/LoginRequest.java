package org.openmyna.trust.verifier;

import java.net.URI;

/**
 * Who wants a login, where the browser goes afterwards, and what the citizen is told.
 *
 * @param client identifier of the relying party: 1 to 128 visible ASCII characters without space
 * @param redirectAddress absolute address without fragment: https, http on this machine, or a
 *     private scheme with a dot (RFC 8252 7.1); at most 1,000 characters
 * @param purpose one line that the citizen reads: 1 to 200 characters, none of them a control,
 *     format, line separator, private or unpaired surrogate character
 */
public record LoginRequest(String client, URI redirectAddress, String purpose) {
    /**
     * @throws LoginChallengeMalformed if a value breaks its rule (MYNA-VRF-001)
     */
    public LoginRequest {
        ChallengeText.requireClient(client);
        ChallengeText.requireRedirectAddress(redirectAddress);
        ChallengeText.requirePurpose(purpose);
    }
}
