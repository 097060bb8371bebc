package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A part of a subject or distribution point name breaks its rule (MYNA-PRF-013). */
public final class SubjectNameMalformed extends MynaException {
    SubjectNameMalformed(String part, String value) {
        super(ProfileError.SUBJECT_NAME_MALFORMED, Map.of("part", part, "value", value));
    }
}
