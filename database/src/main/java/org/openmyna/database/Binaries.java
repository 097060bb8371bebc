package org.openmyna.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once for each user. A folder in the cache has its last name
 * only when it is complete and on the disk; a killed program leaves nothing that looks complete.
 */
final class Binaries {
    private static final String UNFINISHED = ".unpacking-";
    private static final int SYNCS_AT_ONCE = 32;
    private static final Object UNPACKING = new Object();

    private final Path cache;

    Binaries(Path cache) {
        this.cache = cache;
    }

    /** {@code ${XDG_CACHE_HOME:-~/.cache}/openmyna}. */
    static Binaries ofThisUser() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base =
                xdg == null || xdg.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(xdg);
        return new Binaries(base.resolve("openmyna"));
    }

    static String version() {
        try (InputStream in = Binaries.class.getResourceAsStream("postgresql.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code 18}. */
    static String majorVersion() {
        return version().replaceFirst("\\..*", "");
    }

    /**
     * @return folder that holds {@code bin}, {@code lib} and {@code share}
     * @throws PlatformNotServed if the class path has no build for this machine
     */
    Path unpacked() {
        Platform platform = Platform.here();
        URL archive = Binaries.class.getResource(platform.archive());
        if (archive == null) {
            throw new PlatformNotServed(
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        }
        try {
            Path place = cache.resolve("postgresql-" + version() + "-" + fingerprint(archive));
            if (!Files.isDirectory(place)) {
                unpackAlone(archive, place);
            }
            return place;
        } catch (IOException e) {
            throw new BinariesNotUnpacked(cache.toString(), e);
        }
    }

    /** The CRC that the jar knows already: a hash of 15 MB would cost more than the start. */
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return "%08x".formatted(jar.getJarEntry().getCrc());
        }
        try (CheckedInputStream in =
                new CheckedInputStream(connection.getInputStream(), new CRC32())) {
            in.skip(Long.MAX_VALUE);
            return "%08x".formatted(in.getChecksum().getValue());
        }
    }

    /** One program at a time, and in it one thread: whoever comes second finds it done. */
    private void unpackAlone(URL archive, Path place) throws IOException {
        OwnerOnly.create(cache);
        Path lockFile = cache.resolve("unpack.lock");
        OwnerOnly.createIfAbsent(lockFile);
        synchronized (UNPACKING) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                assert lock.isValid();
                if (!Files.isDirectory(place)) {
                    deleteUnfinished();
                    unpack(archive, place);
                }
            }
        }
    }

    /** What programs left that were killed. */
    private void deleteUnfinished() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(cache, UNFINISHED + "*")) {
            for (Path unfinished : left) {
                OwnerOnly.deleteTree(unfinished);
            }
        }
    }

    private void unpack(URL archive, Path place) throws IOException {
        Path fresh = Files.createTempDirectory(cache, UNFINISHED);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(archive.openStream()))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path target = fresh.resolve(entry.getName()).normalize();
                if (target.startsWith(fresh)) {
                    write(tar, entry, target);
                }
            }
            sync(fresh);
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
            OwnerOnly.syncFolder(cache);
        } finally {
            OwnerOnly.deleteTree(fresh);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (!entry.getName().endsWith(".a")) {
            Files.copy(tar, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Many at once, since a disk takes many for the price of one. */
    private static void sync(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> !Files.isSymbolicLink(file)).toList();
        }
        List<Future<?>> syncs = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(SYNCS_AT_ONCE)) {
            files.forEach(file -> syncs.add(threads.submit(() -> syncOne(file))));
        }
        for (Future<?> sync : syncs) {
            if (sync.state() == Future.State.FAILED) {
                throw new IOException(sync.exceptionNow());
            }
        }
    }

    private static @Nullable Void syncOne(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            channel.force(true);
        }
        return null;
    }
}
