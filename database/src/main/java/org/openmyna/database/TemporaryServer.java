package org.openmyna.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one throw-away server of this JVM, made when it is first asked for. */
final class TemporaryServer {
    /** System property: {@code false} gives up syncing to the disk. */
    private static final String DURABLE = "openmyna.temporary-database.durable";

    private static final String PREFIX = "openmyna-database-";
    private static final Duration SURELY_LEFT = Duration.ofHours(1);

    private static @Nullable EmbeddedServer server;

    private TemporaryServer() {}

    static synchronized EmbeddedServer running() {
        EmbeddedServer running = server;
        if (running == null) {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            try {
                sweep(temporary);
                Path folder = Files.createTempDirectory(temporary, PREFIX);
                running = OpenServers.join(folder, TemporaryServer::make);
            } catch (IOException e) {
                throw new FolderNotUsable(temporary.toString(), e);
            }
            server = running;
        }
        return running;
    }

    private static EmbeddedServer make(Cluster cluster) {
        return new EmbeddedServer(cluster, new Starter(cluster, settings(), false), true);
    }

    private static Map<String, String> settings() {
        return Boolean.parseBoolean(System.getProperty(DURABLE, "true"))
                ? Map.of()
                : Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");
    }

    /** What killed JVMs left: servers that still run, and their files. */
    static void sweep(Path temporary) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                try {
                    sweepOne(folder);
                } catch (IOException e) {
                    // Another user's, or another program sweeps it at this moment.
                }
            }
        }
    }

    private static void sweepOne(Path folder) throws IOException {
        Path lock = folder.resolve("users.lock");
        boolean complete = Files.isDirectory(folder.resolve("data")) && Files.exists(lock);
        boolean old =
                Files.getLastModifiedTime(folder)
                        .toInstant()
                        .isBefore(Instant.now().minus(SURELY_LEFT));
        if (!complete && old) {
            OwnerOnly.deleteTree(folder);
        }
        if (!complete) {
            // Perhaps being made at this moment.
            return;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock alone = channel.tryLock()) {
            if (alone != null) {
                Cluster cluster = Cluster.in(folder);
                new Starter(cluster, Map.of(), false).stop("immediate");
                OwnerOnly.deleteTree(folder);
            }
        }
    }
}
