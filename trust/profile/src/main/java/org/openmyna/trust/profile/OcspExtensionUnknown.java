package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** An OCSP request asks with a critical extension for what nobody here knows (MYNA-PRF-031). */
public final class OcspExtensionUnknown extends MynaException {
    OcspExtensionUnknown(String oid) {
        super(ProfileError.OCSP_EXTENSION_UNKNOWN, Map.of("oid", oid));
    }
}
