package org.openmyna.trust.lint;

import java.util.List;

final class UserCertificateLint {
    UserCertificateLint(ExpectedCertificate expected) {}

    List<Finding> check(byte[] tbs) {
        return List.of();
    }
}
