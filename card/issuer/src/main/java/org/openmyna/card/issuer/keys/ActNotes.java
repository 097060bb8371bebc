package org.openmyna.card.issuer.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One small owner-only file for each card, about its last act, so that the next one can finish what
 * a kill interrupted. A card that was never acted upon has none.
 */
public final class ActNotes {
    private final Path directory;
    private final ConcurrentHashMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    ActNotes(Path directory) {
        this.directory = directory;
    }

    /** Held during an act: one act at a time on a card. */
    public ReentrantLock lock(String card) {
        return locks.computeIfAbsent(card, _ -> new ReentrantLock());
    }

    /**
     * @param card digits only
     */
    public Optional<String> read(String card) {
        Path file = file(card);
        if (!Files.exists(file)) return Optional.empty();
        try {
            return Optional.of(new String(OwnerOnly.read(file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IssuerKeysNotReadable(file.toString(), unreadable);
        }
    }

    /** On the disk when this returns. */
    public void write(String card, String text) {
        Path file = file(card);
        try {
            if (!Files.isDirectory(directory)) OwnerOnly.createDirectories(directory);
            OwnerOnly.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw new IssuerKeysNotReadable(file.toString(), unwritable);
        }
    }

    public void delete(String card) {
        Path file = file(card);
        try {
            OwnerOnly.delete(file);
        } catch (IOException unwritable) {
            throw new IssuerKeysNotReadable(file.toString(), unwritable);
        }
    }

    private Path file(String card) {
        if (!card.matches("[0-9]{1,32}")) throw new IllegalArgumentException("no card number");
        return directory.resolve(card);
    }
}
