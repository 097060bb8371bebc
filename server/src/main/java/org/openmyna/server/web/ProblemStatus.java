package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;

/** The status of HTTP for a reason. */
final class ProblemStatus {
    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;

    private static final Map<String, Integer> OF_CODE =
            Map.ofEntries(
                    Map.entry("MYNA-SRV-004", 421),
                    Map.entry("MYNA-SRV-005", 404),
                    Map.entry("MYNA-SRV-006", 405),
                    Map.entry("MYNA-SRV-007", 415),
                    Map.entry("MYNA-SRV-008", 413),
                    Map.entry("MYNA-SRV-009", 401),
                    Map.entry("MYNA-SRV-010", 403),
                    Map.entry("MYNA-SRV-011", 408),
                    Map.entry("MYNA-SRV-012", 409),
                    Map.entry("MYNA-SRV-013", 400),
                    Map.entry("MYNA-SRV-014", 409),
                    Map.entry("MYNA-SRV-015", 504),
                    Map.entry("MYNA-SRV-016", 500),
                    Map.entry("MYNA-SRV-018", 403),
                    Map.entry("MYNA-SRV-019", UNAVAILABLE),
                    Map.entry("MYNA-SRV-020", 400),
                    Map.entry("MYNA-SRV-021", 404),
                    Map.entry("MYNA-SRV-041", 403),
                    Map.entry("MYNA-SRV-042", UNAVAILABLE),
                    // who may not ask, or not from there
                    Map.entry("MYNA-PLT-001", 404),
                    Map.entry("MYNA-PLT-002", 403),
                    Map.entry("MYNA-PLT-003", 403),
                    Map.entry("MYNA-PLT-004", 400),
                    Map.entry("MYNA-PLT-005", 400),
                    Map.entry("MYNA-PLT-006", 404),
                    Map.entry("MYNA-PLT-007", 403),
                    Map.entry("MYNA-PLT-020", UNAVAILABLE),
                    // nobody has such a certificate or request, or such a number
                    Map.entry("MYNA-SBX-002", 404),
                    Map.entry("MYNA-AUT-022", 404),
                    Map.entry("MYNA-AUT-032", 404),
                    // it is in another state
                    Map.entry("MYNA-AUT-021", 409),
                    Map.entry("MYNA-AUT-031", 409),
                    Map.entry("MYNA-AUT-033", 409),
                    Map.entry("MYNA-AUT-035", 409),
                    Map.entry("MYNA-AUT-038", 409),
                    Map.entry("MYNA-AUT-040", 409));

    private ProblemStatus() {}

    /** What the operator must mend is our failure; anything else is about what was sent. */
    static int of(ErrorCode code) {
        Integer known = OF_CODE.get(code.code());
        if (known != null) return known;
        return code.audience() == Audience.OPERATOR ? UNAVAILABLE : UNPROCESSABLE;
    }
}
