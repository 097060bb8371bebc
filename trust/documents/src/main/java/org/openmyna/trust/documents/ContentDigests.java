package org.openmyna.trust.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openmyna.trust.verifier.ContentDigest;

/**
 * Digests of one content as it streams by: those that are asked for, and always SHA-256, by which
 * verdicts name the content.
 */
final class ContentDigests extends OutputStream {
    /** The digests of a content that has passed. */
    static final class Made {
        private final Map<ContentDigest, byte[]> all;

        private Made(Map<ContentDigest, byte[]> all) {
            this.all = all;
        }

        /** One that was asked for, or SHA-256. */
        byte[] by(ContentDigest digest) {
            return Objects.requireNonNull(all.get(digest));
        }

        /** SHA-256, lower-case hexadecimal. */
        String sha256() {
            return HexFormat.of().formatHex(by(ContentDigest.SHA_256));
        }
    }

    private final Map<ContentDigest, MessageDigest> running = new EnumMap<>(ContentDigest.class);
    private final OutputStream next;

    /**
     * @param next gets the content too
     */
    ContentDigests(Set<ContentDigest> wanted, OutputStream next) {
        this.next = next;
        running.put(ContentDigest.SHA_256, ContentDigest.SHA_256.start());
        for (ContentDigest each : wanted) running.put(each, each.start());
    }

    /** Reads a content to its end; the stream is not closed. */
    static Made of(InputStream content, Set<ContentDigest> wanted) throws IOException {
        @SuppressWarnings("resource") // it holds nothing that could be closed
        var digests = new ContentDigests(wanted, OutputStream.nullOutputStream());
        content.transferTo(digests);
        return digests.finish();
    }

    /** Reads a content to its end; the stream is not closed. */
    static byte[] of(InputStream content, ContentDigest wanted) throws IOException {
        MessageDigest digest = wanted.start();
        new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
        return digest.digest();
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int count) throws IOException {
        for (MessageDigest each : running.values()) each.update(octets, from, count);
        next.write(octets, from, count);
    }

    /** The digests of all that came. */
    Made finish() {
        Map<ContentDigest, byte[]> done = new EnumMap<>(ContentDigest.class);
        running.forEach((name, digest) -> done.put(name, digest.digest()));
        return new Made(done);
    }
}
