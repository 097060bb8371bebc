package org.openmyna.server.authority;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Strong tags of files that are never changed, but whose names move to newer ones at any moment. A
 * file is hashed when it is first asked for.
 */
final class FileTags {
    private static final int MOST = 8_192;
    private static final int BUFFER = 1 << 16;

    private final Map<Object, String> known = new ConcurrentHashMap<>();

    /**
     * A file that stays the same until it is closed, whatever its name points to meanwhile.
     *
     * @param etag with its quotation marks
     * @param modified in whole seconds, as HTTP tells it
     */
    record Opened(String etag, long bytes, Instant modified, InputStream content)
            implements AutoCloseable {
        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    Opened open(Path file) throws IOException {
        while (true) {
            BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
            InputStream content = Files.newInputStream(file);
            BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
            if (identity(before).equals(identity(after))) {
                return opened(file, after, content);
            }
            content.close();
        }
    }

    private Opened opened(Path file, BasicFileAttributes about, InputStream content)
            throws IOException {
        String tag = known.get(identity(about));
        if (tag == null) {
            tag = hash(content);
            content.close();
            // hashed through one handle and read through another: only if it is still the same
            if (known.size() > MOST) known.clear();
            known.put(identity(about), tag);
            return open(file);
        }
        return new Opened(
                tag,
                about.size(),
                about.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS),
                content);
    }

    private static Object identity(BasicFileAttributes about) {
        return about.fileKey() + "|" + about.size() + "|" + about.lastModifiedTime();
    }

    private static String hash(InputStream content) throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            var hashed = new DigestInputStream(new BufferedInputStream(content, BUFFER), sha256);
            hashed.transferTo(java.io.OutputStream.nullOutputStream());
            return '"' + HexFormat.of().formatHex(sha256.digest()) + '"';
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
