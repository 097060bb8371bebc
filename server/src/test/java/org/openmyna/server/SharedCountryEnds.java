package org.openmyna.server;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Ends {@link TestCountry#shared()} after the last test, while its database is still there: at the
 * end of the program both would end at once, and the country would wait for the database in vain.
 */
public final class SharedCountryEnds implements LauncherSessionListener {
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        TestCountry.endShared();
    }
}
