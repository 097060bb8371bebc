package org.openmyna.server;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import org.openmyna.database.Database;
import org.openmyna.server.authority.OpenAuthority;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.machine.Progress;
import org.slf4j.LoggerFactory;

/**
 * What comes up beside Spring: the one database, then in it the authority and the schema of every
 * other organisation, all at once.
 */
final class Opening implements AutoCloseable {
    private final ServerSettings settings;
    private final List<Part> parts;
    private final LegalClock clock;
    private volatile boolean begun;
    private final FutureTask<AheadDatabase> database = new FutureTask<>(this::openDatabase);
    private final FutureTask<OpenAuthority> authority = new FutureTask<>(this::openAuthority);

    Opening(ServerSettings settings, List<Part> parts, LegalClock clock) {
        this.settings = settings;
        this.parts = List.copyOf(parts);
        this.clock = clock;
    }

    void begin() {
        begun = true;
        Thread.ofPlatform().name("database-opening").start(database);
        if (settings.answersOcsp()) {
            Thread.ofPlatform().name("authority-opening").start(authority);
        }
    }

    AheadDatabase database() {
        return Waiting.on(database);
    }

    OpenAuthority authority() {
        if (!settings.answersOcsp())
            throw new IllegalStateException("no authority on this machine");
        return Waiting.on(authority);
    }

    private AheadDatabase openDatabase() {
        long began = System.nanoTime();
        AheadDatabase opened = new AheadDatabase(chosen());
        for (Part part : parts) {
            if (part.connections() > 0) {
                opened.openAhead(part.organisation().id(), part.connections());
            }
        }
        said("database", began);
        return opened;
    }

    private Database chosen() {
        if (settings.onlyReads()) {
            return Database.readOnlyAt(settings.databaseUrl().orElseThrow());
        }
        return settings.databaseUrl().map(Database::at).orElseGet(this::embedded);
    }

    private Database embedded() {
        if (!Files.exists(settings.databaseFolder())) {
            settings.progress().begins(Progress.Step.DATABASE);
        }
        return Database.embedded(settings.databaseFolder());
    }

    private OpenAuthority openAuthority() {
        Database open = database();
        long began = System.nanoTime();
        OpenAuthority opened =
                settings.issues()
                        ? OpenAuthority.writing(
                                open,
                                settings.authorityFolder(),
                                settings.authority(),
                                clock,
                                settings.progress())
                        : OpenAuthority.reading(
                                open, settings.authorityFolder(), settings.authority(), clock);
        said("authority", began);
        return opened;
    }

    private static void said(String what, long began) {
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        LoggerFactory.getLogger(Opening.class)
                .info("{} open after {} ms", what.toLowerCase(Locale.ROOT), millis);
    }

    /** What began is ended, whatever came up and whatever did not. */
    @Override
    public void close() {
        if (!begun) return;
        if (settings.answersOcsp()) end(authority);
        end(database);
    }

    private static void end(FutureTask<? extends AutoCloseable> opening) {
        try (AutoCloseable opened = Waiting.on(opening)) {
            LoggerFactory.getLogger(Opening.class).debug("ends: {}", opened.getClass());
        } catch (Exception neverOpened) {
            // this is why the start failed, or a second reason beside it
            LoggerFactory.getLogger(Opening.class).info("not opened: {}", neverOpened.toString());
        }
    }
}
