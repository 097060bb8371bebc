package org.openmyna.server.calls;

import java.util.Map;
import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;
import org.openmyna.kernel.MynaException;

/** What another machine refused, under the code that it has there. */
public final class RemoteRefusal extends MynaException {
    private record Told(ErrorText text) implements ErrorCode {}

    RemoteRefusal(String code, Audience audience, String japanese, String english) {
        super(new Told(new ErrorText(code, audience, japanese, english)), Map.of());
    }
}
