package org.openmyna.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.server.OpenMynaServer;
import org.openmyna.server.RunningServer;
import org.openmyna.server.ServerSettings;
import org.openmyna.server.calls.Call;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.Screens;
import org.openmyna.trust.profile.ValidityRule;

/** A country that a browser walks through. */
final class BrowserCountry implements AutoCloseable {
    /** A PDF, which no browser draws without a screen. */
    private static final String PAPER = "/paper";

    private static final int RESIDENTS = 300;

    private final Path folder;
    private final RunningServer server;
    private final CounterWork counter = new CounterWork(this);
    private final PlatformWork platform = new PlatformWork(this);

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
                                .withAgentPort(0)
                                .withResidents(RESIDENTS)
                                .withDatabase(TemporaryDatabase.freshUrl()));
    }

    RunningServer server() {
        return server;
    }

    /** A supervisor of Himeji at work. */
    CounterWork counter() {
        return counter;
    }

    /** A service and a login there. */
    PlatformWork platform() {
        return platform;
    }

    LocalDate today() {
        return LocalDate.now(ValidityRule.JAPAN);
    }

    /** The specimen 試験 一郎 in the register. */
    long ichiro() {
        Call call = new Call("ichiro", Instant.now().plusSeconds(30));
        return server.desks(ResidentService.class)
                .desk(Organisation.SANDBOX)
                .pick(call, ResidentService.Situation.SPECIMEN, "試験　一郎", 0, 1)
                .getFirst()
                .id()
                .value();
    }

    /** {@code http://counter.localhost:1234/find}. */
    String at(Origin origin, String path) {
        String prefix =
                switch (origin) {
                    case MACHINE -> "";
                    case SANDBOX -> "sandbox.";
                    case COUNTER -> "counter.";
                    case PLATFORM -> "platform.";
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
            each.pages().stream()
                    .filter(page -> !page.endsWith(PAPER))
                    .forEach(page -> pages.add(each.origin() + " " + page));
        }
        return pages;
    }

    @Override
    public void close() {
        server.close();
    }
}
