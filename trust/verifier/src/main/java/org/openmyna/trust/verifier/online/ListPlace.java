package org.openmyna.trust.verifier.online;

import java.util.HexFormat;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.DistributionPoint;

/**
 * Which revocation list: that of one municipality under one generation.
 *
 * @param issuer pinned generation, which must have signed the list
 * @param point which the list must name (issuingDistributionPoint)
 */
public record ListPlace(CaCertificate issuer, DistributionPoint point) {
    /** Name of the copy without ending; romaji and hexadecimal digits are safe everywhere. */
    String fileName() {
        String keyId = HexFormat.of().formatHex(issuer.subjectKeyId());
        return keyId + "-" + point.prefecture() + "_" + point.municipality();
    }
}
