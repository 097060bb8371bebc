package org.openmyna.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.web.DiskFull;
import org.openmyna.server.web.OrganisationMissing;
import org.openmyna.server.web.PortTaken;
import org.openmyna.server.web.ServerNotStarted;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.ResolvableType;

/** One start: the database and Spring come up beside each other. */
final class Start {
    private static final String NO_SPACE = "No space left on device";
    private static final String DISK_FULL = "53100";
    private static final long MEGABYTE = 1L << 20;
    private static final long MB_TO_BEGIN = 512;
    private static final long MB_TO_GO_ON = 64;

    private final ServerSettings settings;
    private final List<Part> parts;

    /**
     * @param all organisations that there are; those live here whose role the settings name
     */
    Start(ServerSettings settings, List<Part> all) {
        this.settings = settings;
        this.parts =
                all.stream()
                        .filter(part -> settings.organisations().contains(part.organisation()))
                        .toList();
    }

    RunningServer run() {
        long began = System.nanoTime();
        settings.mustFitTogether();
        Held held = new Held();
        boolean done = false;
        try {
            Files.createDirectories(settings.data());
            mustHaveRoom();
            FolderLock lock = held.keep(FolderLock.take(settings.data()));
            mustBeFree(settings.port());
            mustBeFree(settings.tlsPort().orElse(0));
            Files.createDirectories(settings.logFile().getParent());
            held.keep(ServerLog.to(settings.logFile()));
            Running running = opened(held);
            lock.tell(running.address());
            done = true;
            LoggerFactory.getLogger(Start.class)
                    .info(
                            "{} ready after {} ms",
                            running.address(),
                            Duration.ofNanos(System.nanoTime() - began).toMillis());
            return running;
        } catch (IOException | RuntimeException failed) {
            LoggerFactory.getLogger(Start.class).info("not started", failed);
            throw named(failed);
        } finally {
            if (!done) held.close();
        }
    }

    private Running opened(Held held) {
        LegalClock clock =
                settings.legalClock().orElseGet(() -> LegalClock.in(settings.data(), Instant::now));
        Optional<AgentBeside> agent = AgentBeside.start(settings, clock);
        agent.ifPresent(held::keep);
        Opening opening = held.keep(new Opening(settings, parts, clock));
        opening.begin();
        var context =
                new Wiring(settings, parts, clock, opening, agent.map(AgentBeside::address))
                        .application()
                        .run();
        Running running = new Running(settings, context, opening, agent, held);
        agent.ifPresent(each -> each.trust(settings.domain(), running.address().getPort()));
        boolean done = false;
        try {
            running.finishStart(settings.progress());
            done = true;
            return running;
        } finally {
            if (!done) running.close();
        }
    }

    /** Looked at before anything is made; whoever comes in between is met by Jetty. */
    private void mustBeFree(int port) throws IOException {
        InetAddress address = InetAddress.getByName(settings.address());
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (BindException taken) {
            if (String.valueOf(taken.getMessage()).contains("in use")) throw new PortTaken(port);
            throw taken;
        }
    }

    private void mustHaveRoom() throws IOException {
        boolean begins =
                settings.databaseUrl().isEmpty() && !Files.exists(settings.databaseFolder());
        long needed = begins ? MB_TO_BEGIN : MB_TO_GO_ON;
        long left = Files.getFileStore(settings.data()).getUsableSpace() / MEGABYTE;
        if (left < needed) throw new DiskFull(settings.data(), left, needed);
    }

    private RuntimeException named(Exception failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            MynaException name = name(cause);
            if (name != null) return name;
        }
        return new ServerNotStarted(failed.toString(), settings.logFile().toString(), failed);
    }

    private @Nullable MynaException name(Throwable cause) {
        return switch (cause) {
            case PortInUseException port -> new PortTaken(port.getPort());
            case NoSuchBeanDefinitionException missing -> missing(missing.getResolvableType());
            case SQLException sql when DISK_FULL.equals(sql.getSQLState()) -> full();
            case IOException io when String.valueOf(io.getMessage()).contains(NO_SPACE) -> full();
            case MynaException known when noneBelow(known) -> known;
            default -> null;
        };
    }

    private static boolean noneBelow(MynaException known) {
        return known.getCause() == null
                || !String.valueOf(known.getCause().getMessage()).contains(NO_SPACE);
    }

    private DiskFull full() {
        return new DiskFull(settings.data(), 0, MB_TO_GO_ON);
    }

    /** Desks of an organisation that is neither here nor known to be elsewhere. */
    private static @Nullable OrganisationMissing missing(@Nullable ResolvableType type) {
        Class<?> service = type == null ? null : type.getGeneric().resolve();
        return Part.SERVICES.entrySet().stream()
                .filter(each -> each.getValue() == service)
                .map(each -> new OrganisationMissing(each.getKey().id()))
                .findFirst()
                .orElse(null);
    }
}
