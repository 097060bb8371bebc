package org.openmyna.server.web;

import java.time.Duration;

/** Something with work under way that a server's end waits for. */
public interface Quiescent {
    /** Waits for what is under way; false if that takes longer. */
    boolean quiesce(Duration patience);
}
