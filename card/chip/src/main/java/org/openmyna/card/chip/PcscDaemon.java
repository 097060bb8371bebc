package org.openmyna.card.chip;

import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pcscd of this machine, made sure of and held while somebody needs it.
 *
 * <p>A machine has one pcscd. If one answers, it is used and never ended. If none does and we are
 * root, one is started; a ledger in {@code /run/openmyna} keeps count of the processes that use it,
 * and the last one to leave ends it, also when the JVM is told to exit. A killed process is
 * forgotten by the next one that looks.
 */
public final class PcscDaemon implements AutoCloseable {
    private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");
    private static final Path LEDGER = Path.of("/run/openmyna");
    private static final Duration START_PATIENCE = Duration.ofSeconds(10);
    private static final Duration END_PATIENCE = Duration.ofSeconds(5);

    private final boolean mayStart;
    private final ProcessId self;
    private final Thread atExit = new Thread(this::leave, "leave pcscd");
    private @Nullable SocketChannel held;
    private boolean closed;

    private PcscDaemon(boolean mayStart) {
        this.mayStart = mayStart;
        this.self =
                ProcessId.running(ProcessHandle.current().pid())
                        .orElseGet(() -> new ProcessId(ProcessHandle.current().pid(), 0));
    }

    /**
     * Uses the pcscd that runs, or starts one; returns when both slots of the virtual reader wait
     * for cards, at most some ten seconds later.
     *
     * @throws PcscdNotInstalled if none runs and none is installed (MYNA-CHP-101)
     * @throws PcscdNotRunning if none runs and this process is not root (MYNA-CHP-102)
     * @throws PcscdDidNotStart if it was started and did not come up (MYNA-CHP-103)
     * @throws VpcdMissing if it runs without the virtual reader (MYNA-CHP-104)
     */
    public static PcscDaemon attach() {
        try {
            PcscDaemon daemon = new PcscDaemon(isRoot());
            daemon.join();
            return daemon;
        } catch (IOException unexpected) {
            throw new PcscdDidNotStart(String.valueOf(unexpected.getMessage()), unexpected);
        }
    }

    /** Whether a pcscd answers on this machine, whoever started it. */
    public static boolean answers() {
        try (SocketChannel ignored = call()) {
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** Whether the daemon was started by this or another process of OpenMyna. */
    public boolean startedByOpenMyna() {
        if (!mayStart) {
            return false;
        }
        try (DaemonLedger ledger = DaemonLedger.open(LEDGER)) {
            return ledger.daemon().isPresent();
        } catch (IOException untold) {
            return false;
        }
    }

    /**
     * Ends and starts the daemon, as a fault or an update would; every card is seen to leave and to
     * come back.
     *
     * @return false, and nothing was done, if OpenMyna did not start it or somebody else uses it
     */
    public synchronized boolean restart() throws IOException {
        if (!mayStart || closed) {
            return false;
        }
        try (DaemonLedger ledger = DaemonLedger.open(LEDGER)) {
            Optional<ProcessId> running = ledger.daemon();
            if (running.isEmpty() || ledger.users() > 1) {
                return false;
            }
            release();
            end(running.get());
            ledger.ended();
            ledger.started(start());
            held = call();
            return true;
        }
    }

    /** Leaves the daemon; the last to leave ends one that OpenMyna started. */
    @Override
    public void close() {
        leave();
        try {
            var _ = Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // the hook is running, or has run
        }
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Files.getAttribute(self, "unix:uid").equals(0);
    }

    private void join() throws IOException {
        if (!mayStart) {
            joinAsGuest();
            return;
        }
        try (DaemonLedger ledger = DaemonLedger.open(LEDGER)) {
            if (!answers()) {
                ledger.started(start());
            } else if (!Patience.until(START_PATIENCE, ListeningPorts::ofBothSlots)) {
                throw new VpcdMissing(ListeningPorts.names());
            }
            held = call();
            ledger.join(self);
            Runtime.getRuntime().addShutdownHook(atExit);
        }
    }

    private void joinAsGuest() throws IOException {
        if (!answers()) {
            throw binary().isPresent() ? new PcscdNotRunning() : new PcscdNotInstalled();
        }
        if (!Patience.until(START_PATIENCE, ListeningPorts::ofBothSlots)) {
            throw new VpcdMissing(ListeningPorts.names());
        }
        held = call();
    }

    private synchronized void leave() {
        if (closed) {
            return;
        }
        closed = true;
        release();
        if (!mayStart) {
            return;
        }
        try (DaemonLedger ledger = DaemonLedger.open(LEDGER)) {
            ledger.leave(self);
            Optional<ProcessId> running = ledger.daemon();
            if (running.isPresent() && ledger.users() == 0) {
                end(running.get());
                ledger.ended();
            }
        } catch (IOException lost) {
            // the ledger cannot be read: whoever comes next sorts it out, nothing can be done here
        }
    }

    /** Starts pcscd and waits until it serves; ends it again if it does not. */
    private static ProcessId start() throws IOException {
        Path binary = binary().orElseThrow(PcscdNotInstalled::new);
        Path log = LEDGER.resolve("pcscd.log");
        Process process =
                new ProcessBuilder(command(binary))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        ProcessId started =
                ProcessId.running(process.pid()).orElse(new ProcessId(process.pid(), 0));
        boolean serves =
                Patience.until(START_PATIENCE, () -> !process.isAlive() || answers())
                        && process.isAlive();
        if (!serves) {
            process.destroyForcibly();
            throw new PcscdDidNotStart(lastWords(log), null);
        }
        if (!Patience.until(START_PATIENCE, ListeningPorts::ofBothSlots)) {
            end(started);
            throw new VpcdMissing(ListeningPorts.names());
        }
        return started;
    }

    /** In a session of its own, so that Ctrl-C at our terminal does not end it for the others. */
    private static String[] command(Path binary) {
        String[] daemon = {binary.toString(), "--foreground", "--error"};
        Path setsid = Path.of("/usr/bin/setsid");
        return Files.isExecutable(setsid)
                ? Stream.concat(Stream.of(setsid.toString()), Stream.of(daemon))
                        .toArray(String[]::new)
                : daemon;
    }

    private static void end(ProcessId daemon) {
        Optional<ProcessHandle> handle = ProcessHandle.of(daemon.pid()).filter(_ -> daemon.lives());
        if (handle.isEmpty()) {
            return;
        }
        var _ = handle.get().destroy();
        if (!Patience.until(END_PATIENCE, () -> !daemon.lives())) {
            var _ = handle.get().destroyForcibly();
            var _ = Patience.until(END_PATIENCE, () -> !daemon.lives());
        }
    }

    private void release() {
        try (var ignored = held) {
            held = null;
        } catch (IOException gone) {
            // the daemon went first
        }
    }

    /** Held open while the daemon is needed: a pcscd started on demand exits when nobody calls. */
    private static SocketChannel call() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            var _ = channel.connect(UnixDomainSocketAddress.of(SOCKET));
            return channel;
        } catch (IOException | RuntimeException nobody) {
            channel.close();
            throw nobody;
        }
    }

    private static Optional<Path> binary() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        Stream.of("/usr/sbin", "/usr/local/sbin"),
                        Stream.of(path.split(File.pathSeparator, -1)))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "pcscd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String lastWords(Path log) throws IOException {
        String words = Files.readString(log).strip();
        return words.isEmpty()
                ? "pcscd said nothing"
                : words.substring(Math.max(0, words.length() - 300));
    }
}
