package org.openmyna.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.server.OpenMynaServer;
import org.openmyna.server.RunningServer;
import org.openmyna.server.ServerSettings;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.Screens;

/** A country that a browser walks through. */
final class BrowserCountry implements AutoCloseable {
    private final Path folder;
    private final RunningServer server;

    BrowserCountry() {
        try {
            folder = Files.createTempDirectory("openmyna-browser");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server =
                OpenMynaServer.start(
                        ServerSettings.in(folder)
                                .withPort(0)
                                .withDatabase(TemporaryDatabase.freshUrl()));
    }

    RunningServer server() {
        return server;
    }

    /** {@code http://counter.localhost:1234/find}. */
    String at(Origin origin, String path) {
        String prefix =
                switch (origin) {
                    case MACHINE -> "";
                    case SANDBOX -> "sandbox.";
                    case COUNTER -> "counter.";
                    case AUTHORITY -> "authority.";
                    case OCSP -> "ocsp.authority.";
                };
        return "http://" + prefix + "localhost:" + server.address().getPort() + path;
    }

    /** Every page of the register, as {@link ScreenVisit#name()} has it. */
    Set<String> pages() {
        List<Screens> screens = server.screens();
        Set<String> pages = new TreeSet<>();
        for (Screens each : screens) {
            // the machine's own door leads on at once
            if (each.origin() == Origin.MACHINE) continue;
            each.pages().forEach(page -> pages.add(each.origin() + " " + page));
        }
        return pages;
    }

    @Override
    public void close() {
        server.close();
    }
}
