package org.openmyna.trust.authority.status;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.profile.CertificateSerial;

/**
 * The status of every certificate, in memory: two bits a serial and five bytes a revocation. It is
 * filled by a {@link StatusFollower}; reading takes no lock and, in the packed form, no memory.
 */
public final class StatusIndex {
    private final Map<Short, GenerationStatuses> generations = new ConcurrentHashMap<>();
    private volatile Reached reached = new Reached(0, new byte[32], Instant.EPOCH);

    /** Up to where the log was read, and the legal time at which that was its end. */
    private record Reached(long position, byte[] hash, Instant dataTime) {}

    public CertificateStatus statusOf(short generation, CertificateSerial serial) {
        GenerationStatuses statuses = generations.get(generation);
        return statuses == null
                ? new CertificateStatus.Unknown()
                : Packed.status(statuses.packed(serial.value()));
    }

    /**
     * The status as a number, for those who only compare it with what they saw before.
     *
     * @param serial at most 40 bits long
     */
    public long packedStatusOf(short generation, long serial) {
        GenerationStatuses statuses = generations.get(generation);
        return statuses == null ? Packed.UNKNOWN : statuses.packed(serial);
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
        return generations.values().stream().mapToLong(GenerationStatuses::bytes).sum();
    }

    byte[] hash() {
        return reached.hash().clone();
    }

    /**
     * Takes an event in; readers see it after {@link #publish} at the latest. One thread writes.
     */
    public void apply(StatusEvent event, Instant happenedAt) {
        switch (event.kind()) {
            case GENERATION, ACTIVATED, LIFTED -> set(event, Packed.GOOD);
            case REVOKED -> set(event, Packed.revoked(happenedAt, event.reason().orElseThrow()));
            case CERTIFIED -> {}
        }
    }

    private void set(StatusEvent event, long packed) {
        statuses(event.generation()).set(event.serial(), packed);
    }

    /** As {@link #apply}, from the numbers of a row: no objects for dense serials. */
    void apply(short generation, CertificateSerial serial, long packed) {
        statuses(generation).set(serial, packed);
    }

    private GenerationStatuses statuses(short generation) {
        GenerationStatuses there = generations.get(generation);
        return there != null
                ? there
                : generations.computeIfAbsent(generation, _ -> new GenerationStatuses());
    }

    /** Lets readers see what was applied, and says up to where that is. */
    public void publish(long position, byte[] hash) {
        generations.values().forEach(GenerationStatuses::publish);
        reached = new Reached(position, hash.clone(), reached.dataTime());
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
        out.writeInt(generations.size());
        for (Map.Entry<Short, GenerationStatuses> entry : generations.entrySet()) {
            out.writeShort(entry.getKey());
            entry.getValue().write(out);
        }
    }

    /** Becomes what was written; only while nobody reads. */
    void read(DataInput in) throws IOException {
        long position = in.readLong();
        byte[] hash = new byte[32];
        in.readFully(hash);
        int count = in.readInt();
        for (int n = 0; n < count; n++) {
            generations.put(in.readShort(), GenerationStatuses.read(in));
        }
        reached = new Reached(position, hash, Instant.EPOCH);
    }

    /** Forgets everything; only while nobody reads. */
    void clear() {
        generations.clear();
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
