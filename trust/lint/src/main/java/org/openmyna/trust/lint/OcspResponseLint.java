package org.openmyna.trust.lint;

import java.util.List;

final class OcspResponseLint {
    OcspResponseLint(ExpectedOcspResponse expected) {}

    List<Finding> check(byte[] tbs) {
        return List.of();
    }
}
