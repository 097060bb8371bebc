package org.openmyna.trust.authority;

import java.util.List;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** What was about to be signed is not what the profile says; nothing was signed (MYNA-AUT-034). */
public final class NotAsTheProfileSays extends MynaException {
    private final transient List<String> findings;

    NotAsTheProfileSays(List<String> findings) {
        super(
                AuthorityError.NOT_AS_THE_PROFILE_SAYS,
                Map.of("count", findings.size(), "first", findings.getFirst()));
        this.findings = List.copyOf(findings);
    }

    /** Each with its code, field, what was expected and what was found. */
    public List<String> findings() {
        return findings;
    }
}
