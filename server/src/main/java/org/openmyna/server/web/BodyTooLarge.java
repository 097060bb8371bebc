package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** More bytes than anybody needs (MYNA-SRV-008). */
public final class BodyTooLarge extends MynaException {
    public BodyTooLarge(long limit) {
        super(ServerError.BODY_TOO_LARGE, Map.of("limit", limit));
    }
}
