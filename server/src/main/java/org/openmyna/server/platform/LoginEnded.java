package org.openmyna.server.platform;

import java.util.Map;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.web.Problem;

/** This answer ended its login, for a reason that keeps its own code. */
final class LoginEnded extends MynaException implements Problem.Extended {
    private static final long serialVersionUID = 1;

    private final String returnCode;

    /**
     * @param returnCode which leads the agent's browser to the page that explains it, once
     */
    LoginEnded(MynaException why, String returnCode) {
        super(why.errorCode(), why.details(), why);
        this.returnCode = returnCode;
    }

    @Override
    public Map<String, String> members() {
        return Map.of("return_code", returnCode);
    }
}
