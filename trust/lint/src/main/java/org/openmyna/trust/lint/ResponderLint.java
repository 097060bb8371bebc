package org.openmyna.trust.lint;

import java.util.List;

final class ResponderLint {
    ResponderLint(ExpectedResponder expected) {}

    List<Finding> check(byte[] tbs) {
        return List.of();
    }
}
