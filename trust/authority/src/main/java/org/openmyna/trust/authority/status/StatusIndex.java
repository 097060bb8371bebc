package org.openmyna.trust.authority.status;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.profile.CertificateSerial;

/**
 * The status of every certificate, in memory: two bits a serial and five bytes a revocation. It is
 * filled by a {@link StatusFollower}; reading takes no lock and, in the packed form, no memory.
 */
public final class StatusIndex {
    private static final Named[] NONE = {};

    /** A handful; looked through from the front, without an object for the key. */
    private volatile Named[] generations = NONE;

    private volatile Reached reached = new Reached(0, new byte[32], Instant.EPOCH);

    private record Named(short generation, GenerationStatuses statuses) {}

    /** Up to where the log was read, and the legal time at which that was its end. */
    private record Reached(long position, byte[] hash, Instant dataTime) {}

    public CertificateStatus statusOf(short generation, CertificateSerial serial) {
        GenerationStatuses statuses = find(generation);
        return statuses == null
                ? new CertificateStatus.Unknown()
                : Packed.status(statuses.packed(serial.value()));
    }

    /**
     * The status as a number, for those who only compare it with what they saw before.
     *
     * <p>No object is made for serials of at most 40 bits.
     *
     * @param serial positive
     */
    public long packedStatusOf(short generation, long serial) {
        GenerationStatuses statuses = find(generation);
        return statuses == null ? Packed.UNKNOWN : statuses.packed(serial);
    }

    private @Nullable GenerationStatuses find(short generation) {
        for (Named each : generations) {
            if (each.generation() == generation) return each.statuses();
        }
        return null;
    }

    /** The position of the log that this index tells. */
    public long position() {
        return reached.position();
    }

    /** Legal time up to which everything is known; the epoch before the first look at the log. */
    public Instant dataTime() {
        return reached.dataTime();
    }

    /** Memory that the statuses take. */
    public long bytes() {
        return Arrays.stream(generations).mapToLong(each -> each.statuses().bytes()).sum();
    }

    byte[] hash() {
        return reached.hash().clone();
    }

    /**
     * Takes an event in; readers see it after {@link #publish} (of two million changes, some
     * earlier). One thread writes.
     */
    public void apply(StatusEvent event, Instant happenedAt) {
        switch (event.kind()) {
            case GENERATION, ACTIVATED, LIFTED -> set(event, Packed.GOOD);
            case REVOKED -> set(event, Packed.revoked(happenedAt, event.reason().orElseThrow()));
            case CERTIFIED -> {}
        }
    }

    private void set(StatusEvent event, long packed) {
        statuses(event.generation()).set(event.serial().value(), packed);
    }

    /** As {@link #apply(StatusEvent, Instant)}, from the numbers of a row. */
    void apply(short generation, long serial, long packed) {
        statuses(generation).set(serial, packed);
    }

    void apply(short generation, BigInteger serial, long packed) {
        statuses(generation).set(serial, packed);
    }

    private GenerationStatuses statuses(short generation) {
        GenerationStatuses there = find(generation);
        if (there != null) return there;
        var made = new GenerationStatuses();
        add(generation, made);
        return made;
    }

    private void add(short generation, GenerationStatuses statuses) {
        Named[] more = Arrays.copyOf(generations, generations.length + 1);
        more[more.length - 1] = new Named(generation, statuses);
        generations = more;
    }

    /** Lets readers see what was applied, and says up to where that is. */
    public void publish(long position, byte[] hash) {
        for (Named each : generations) each.statuses().publish();
        reached = new Reached(position, hash.clone(), reached.dataTime());
    }

    /** Forgets what was applied and not published. */
    void forget() {
        for (Named each : generations) each.statuses().forget();
    }

    /**
     * The log had no more than this at that moment; an earlier moment than the last changes
     * nothing.
     */
    void confirm(Instant dataTime) {
        Reached now = reached;
        if (dataTime.isAfter(now.dataTime())) {
            reached = new Reached(now.position(), now.hash(), dataTime);
        }
    }

    void write(DataOutput out) throws IOException {
        Reached now = reached;
        out.writeLong(now.position());
        out.write(now.hash());
        out.writeInt(generations.length);
        for (Named each : generations) {
            out.writeShort(each.generation());
            each.statuses().write(out);
        }
    }

    /** Becomes what was written; only while nobody reads. */
    void read(DataInput in) throws IOException {
        long position = in.readLong();
        byte[] hash = new byte[32];
        in.readFully(hash);
        generations = NONE;
        int count = in.readInt();
        for (int n = 0; n < count; n++) add(in.readShort(), GenerationStatuses.read(in));
        reached = new Reached(position, hash, Instant.EPOCH);
    }

    /** Forgets everything; only while nobody reads. */
    void clear() {
        generations = NONE;
        reached = new Reached(0, new byte[32], Instant.EPOCH);
    }

    @Override
    public String toString() {
        Reached now = reached;
        return "StatusIndex[position "
                + now.position()
                + ", hash "
                + HexFormat.of().formatHex(now.hash(), 0, 4)
                + "…]";
    }
}
