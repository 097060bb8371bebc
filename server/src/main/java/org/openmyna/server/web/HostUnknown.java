package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A name that is none of ours (MYNA-SRV-004). */
public final class HostUnknown extends MynaException {
    public HostUnknown(String host, String hosts) {
        super(ServerError.HOST_UNKNOWN, Map.of("host", host, "hosts", hosts));
    }
}
