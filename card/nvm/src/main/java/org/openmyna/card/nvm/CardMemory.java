package org.openmyna.card.nvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one card: in RAM, or a mapped file that is owner-only and locked while it is open.
 *
 * <p>There is one door through which bytes change, {@link #program}: at most four bytes of one
 * aligned word at a time. A word is written whole or not at all, whatever stops the program. The
 * same door holds the fuse that tests pull to cut the power before any chosen write.
 */
public final class CardMemory implements AutoCloseable {
    /**
     * Room for a full card: six applications, and a second place for each file that changes in use.
     */
    public static final int DEFAULT_BYTES = 64 * 1024;

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final ValueLayout.OfInt WORD =
            ValueLayout.JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfShort HALF =
            ValueLayout.JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final VarHandle ORDERED_WORD = WORD.varHandle();
    private static final long NO_FUSE = Long.MAX_VALUE;

    /** What a card's memory outlives. */
    public enum Durability {
        /** A killed process. */
        PROCESS_LOSS,
        /**
         * Also a host that loses power: the file is forced to disk where the order of writes
         * matters.
         */
        POWER_LOSS
    }

    /**
     * The card files that this process has open, by the identity of the file. To be asked before
     * anything is opened: some systems give up all locks of a process on a file as soon as it
     * closes any channel to it.
     */
    private static final Set<Object> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final MemorySegment bytes;
    private final @Nullable Object openHere;
    private final @Nullable Arena arena;
    private final @Nullable FileChannel file;
    private final boolean forced;
    private long fuse = NO_FUSE;
    private boolean unsettled;
    private long writes;

    private CardMemory(
            MemorySegment bytes,
            @Nullable Object openHere,
            @Nullable Arena arena,
            @Nullable FileChannel file,
            boolean forced) {
        this.bytes = bytes;
        this.openHere = openHere;
        this.arena = arena;
        this.file = file;
        this.forced = forced;
    }

    /** An empty memory that is gone with the object. */
    public static CardMemory inMemory(int size) {
        return inRam(MemorySegment.ofArray(new long[(size + 7) / 8]));
    }

    /** A memory in RAM with the content of an image, for looking at damage and tears. */
    public static CardMemory inMemory(byte[] image) {
        MemorySegment bytes = MemorySegment.ofArray(new long[(image.length + 7) / 8]);
        MemorySegment.copy(image, 0, bytes, ValueLayout.JAVA_BYTE, 0, image.length);
        return inRam(bytes.asSlice(0, image.length));
    }

    private static CardMemory inRam(MemorySegment bytes) {
        return new CardMemory(bytes, null, null, null, false);
    }

    /** A new, empty card file that only its owner can read; refuses to overwrite. */
    public static CardMemory create(Path path, int size, Durability durability) throws IOException {
        Files.createFile(path, ownerOnly(path));
        try (FileChannel empty = FileChannel.open(path, StandardOpenOption.WRITE)) {
            empty.write(ByteBuffer.allocate((size + 7) / 8 * 8));
        }
        return mapped(path, durability);
    }

    /**
     * An existing card file. Nothing in it changes before the first command that writes.
     *
     * @throws CardMemoryUnavailable if this process or another one has the card, or others than the
     *     owner may read the file
     */
    public static CardMemory mapped(Path path, Durability durability) throws IOException {
        if (knowsPermissions(path) && !Files.getPosixFilePermissions(path).equals(OWNER_ONLY)) {
            throw new CardMemoryUnavailable(
                    path
                            + " holds keys and must be readable by its owner alone: chmod 600 it after checking who had access.");
        }
        Object identity = identity(path);
        if (!OPEN_HERE.add(identity)) {
            throw inUse(path);
        }
        try {
            return mapped(path, durability, identity);
        } catch (IOException | RuntimeException e) {
            OPEN_HERE.remove(identity);
            throw e;
        }
    }

    @SuppressWarnings(
            "MustBeClosedChecker") // the arena lives as long as this object, which closes it
    private static CardMemory mapped(Path path, Durability durability, Object identity)
            throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            requireLock(file, path);
            Arena arena = Arena.ofShared();
            MemorySegment bytes = file.map(FileChannel.MapMode.READ_WRITE, 0, file.size(), arena);
            return new CardMemory(
                    bytes, identity, arena, file, durability == Durability.POWER_LOSS);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The same for all names of a file, where the file system knows; else its one true name. */
    private static Object identity(Path path) throws IOException {
        @Nullable Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return key != null ? key : path.toRealPath();
    }

    /** Where the file system has no such permissions, the folder must keep others out. */
    private static boolean knowsPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return knowsPermissions(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static void requireLock(FileChannel file, Path path) throws IOException {
        @Nullable FileLock lock;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw inUse(path);
        }
    }

    private static CardMemoryUnavailable inUse(Path path) {
        return new CardMemoryUnavailable(path + " is in a reader already: eject it there first.");
    }

    /** Ends mapping and lock; what was written stays. A memory in RAM can go on. */
    @Override
    public void close() {
        if (arena == null || file == null || openHere == null || !arena.scope().isAlive()) {
            return;
        }
        arena.close();
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OPEN_HERE.remove(openHere);
        }
    }

    /**
     * Cuts the power before the write with this number, counted from now: 0 lets nothing more
     * through.
     */
    public void cutPowerAfter(long allowedWrites) {
        fuse = allowedWrites;
    }

    /** Power is back: no fuse is set any more. */
    public void restorePower() {
        fuse = NO_FUSE;
    }

    /** How often the door was passed since this object exists. */
    public long writes() {
        return writes;
    }

    public int size() {
        return (int) bytes.byteSize();
    }

    public byte[] copy() {
        return bytes.toArray(ValueLayout.JAVA_BYTE);
    }

    /** The door. Programs 1 to 4 bytes, the highest first, inside one aligned word. */
    void program(int address, int value, int count) {
        passFuse();
        switch (count) {
            case 1 -> bytes.set(ValueLayout.JAVA_BYTE, address, (byte) value);
            case 2 -> bytes.set(HALF, address, (short) value);
            case 4 -> bytes.set(WORD, address, value);
            default -> throw new IllegalArgumentException("No word takes " + count + " bytes.");
        }
    }

    /** A word that must not become visible before all that was programmed earlier. */
    void programInOrder(int address, int value) {
        settle();
        passFuse();
        ORDERED_WORD.setRelease(bytes, (long) address, value);
        settle();
    }

    private void passFuse() {
        if (fuse == 0) {
            throw new PowerLoss();
        }
        if (fuse != NO_FUSE) {
            fuse--;
        }
        writes++;
        unsettled = true;
    }

    /** What was programmed so far outlives whatever this memory promises to outlive. */
    void settle() {
        if (forced && unsettled) {
            bytes.force();
            unsettled = false;
        }
    }

    int word(int address) {
        return bytes.get(WORD, address);
    }

    short half(int address) {
        return bytes.get(HALF, address);
    }

    byte octet(int address) {
        return bytes.get(ValueLayout.JAVA_BYTE, address);
    }

    void read(int address, byte[] target, int offset, int length) {
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, address, target, offset, length);
    }
}
