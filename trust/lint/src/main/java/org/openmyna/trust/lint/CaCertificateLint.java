package org.openmyna.trust.lint;

import java.util.List;

final class CaCertificateLint {
    CaCertificateLint(ExpectedCaCertificate expected) {}

    List<Finding> check(byte[] tbs) {
        return List.of();
    }
}
