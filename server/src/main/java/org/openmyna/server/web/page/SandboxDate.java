package org.openmyna.server.web.page;

import java.time.LocalDate;
import java.util.Optional;

/** What every page shows above itself when the legal clock is not where the sun is. */
@FunctionalInterface
public interface SandboxDate {
    /** The day in Japan by the legal clock; empty while it runs as the machine's does. */
    Optional<LocalDate> moved();
}
