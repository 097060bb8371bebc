package org.openmyna.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Starts the server of a cluster, whatever the last one left, and stops it. */
final class Starter {
    /** Recovery after a kill reads the log of the server again, which may be long. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final Duration ORPHANS_END = Duration.ofSeconds(30);
    private static final int TRIES = 5;

    private final Cluster cluster;
    private final Map<String, String> settings;
    private final boolean durable;

    Starter(Cluster cluster, Map<String, String> settings, boolean durable) {
        this.cluster = cluster;
        this.settings = Settings.checked(settings);
        this.durable = durable;
    }

    /**
     * It accepts connections when this returns. Only one program at a time starts or waits for a
     * start; the others find it running.
     */
    void ensureRunning() throws IOException {
        if (isReady()) {
            return;
        }
        OwnerOnly.createIfAbsent(cluster.startLock());
        try (FileChannel channel = FileChannel.open(cluster.startLock(), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            if (!becomesReady()) {
                Programs programs = Programs.of(Binaries.ofThisUser());
                cluster.makeIfAbsent(programs, durable);
                start(programs);
            }
        }
    }

    /** One that starts may become ready, one that stops may be gone, by themselves. */
    private boolean becomesReady() {
        if (!Patience.until(LONG, () -> isReady() || isGone())) {
            throw new ServerNotStarted(
                    cluster.folder().toString(), "it neither starts nor stops", log());
        }
        return isReady();
    }

    private String log() {
        return cluster.log().toString();
    }

    boolean isReady() {
        return Postmaster.living(cluster.data())
                .filter(postmaster -> postmaster.state() == Postmaster.State.READY)
                .isPresent();
    }

    private boolean isGone() {
        return Postmaster.living(cluster.data()).isEmpty();
    }

    private void start(Programs programs) throws IOException {
        String reason = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            removeRemains();
            if (becomesReady()) {
                // A killed program's start went on without it.
                return;
            }
            int port = attempt < 2 ? freePort(cluster.lastPort()) : freePort(0);
            cluster.turnLog();
            long logged = Files.size(cluster.log());
            Programs.Ending ending =
                    programs.pgCtl(
                            cluster.folder(),
                            List.of(
                                    "start",
                                    "--pgdata=" + cluster.data(),
                                    "--wait",
                                    "--timeout=" + LONG.toSeconds(),
                                    "--log=" + cluster.log(),
                                    "--options=" + Settings.commandLine(port, settings)));
            if (ending.code() == 0) {
                if (port != cluster.lastPort()) {
                    cluster.rememberPort(port);
                }
                return;
            }
            reason = whyNot(logged, ending);
        }
        throw new ServerNotStarted(cluster.folder().toString(), reason, cluster.log().toString());
    }

    /** A file that names a dead server would make the new one believe that it lives. */
    private void removeRemains() throws IOException {
        if (isGone()) {
            Patience.until(
                    ORPHANS_END, () -> !isGone() || !ServerProcess.endOrphans(cluster.data()));
        }
        if (isGone()) {
            Files.deleteIfExists(Postmaster.file(cluster.data()));
        }
    }

    /** The line in the server's own log, if it got that far. */
    private String whyNot(long from, Programs.Ending ending) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(cluster.log().toFile(), "r")) {
            log.seek(Math.min(from, log.length()));
            byte[] rest = new byte[(int) Math.min(log.length() - log.getFilePointer(), 100_000)];
            log.readFully(rest);
            return new String(rest, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("FATAL:"))
                    .map(line -> line.substring(line.indexOf("FATAL:")))
                    .findFirst()
                    .orElse(ending.reason());
        }
    }

    private static int freePort(int wish) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(loopback, wish));
            return socket.getLocalPort();
        } catch (BindException e) {
            if (wish == 0) {
                throw e;
            }
            return freePort(0);
        }
    }

    /**
     * Ends all sessions, writes everything into the tables, and waits for the end.
     *
     * @param mode {@code fast}; {@code immediate} for what is thrown away
     */
    void stop(String mode) throws IOException {
        if (isGone()) {
            return;
        }
        Programs.Ending ending =
                Programs.of(Binaries.ofThisUser())
                        .pgCtl(
                                cluster.folder(),
                                List.of(
                                        "stop",
                                        "--pgdata=" + cluster.data(),
                                        "--wait",
                                        "--timeout=" + LONG.toSeconds(),
                                        "--mode=" + mode));
        if (ending.code() != 0 && !isGone()) {
            throw new ServerNotStopped(cluster.folder().toString(), ending.reason());
        }
    }
}
