package org.openmyna.trust.profile;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.profile.RevocationList.Revoked;

/**
 * A certificate revocation list (証明書失効リスト) that stays in its file, mapped into memory: opening
 * reads it once, strictly, and keeps an index of one entry in sixteen (about 1 MB of heap for a
 * million). {@code find} takes well below a microsecond; time: see the benchmark {@code
 * crl-lookup}. Lists whose entries are in no order are read too, with 16 bytes of heap an entry.
 *
 * <p>The file may be replaced or removed meanwhile (a {@link RevocationListWriter} does the former;
 * Windows does not let it), but nobody may write into it or cut it: the platform answers that with
 * an InternalError. The map is released when nobody refers to a closed list any more.
 */
public final class RevocationListFile implements RevocationListView, AutoCloseable {
    private final Path file;
    private volatile @Nullable ListReading reading;

    private RevocationListFile(Path file, ListReading reading) {
        this.file = file;
        this.reading = reading;
    }

    /**
     * Reads a list of any length below 4 GB.
     *
     * @param file strict DER of a version 2 list signed with sha256WithRSAEncryption or
     *     ecdsa-with-SHA384
     * @throws RevocationListMalformed for other contents (MYNA-PRF-003)
     * @throws RevocationListFileFailed if the file cannot be read (MYNA-PRF-052)
     */
    public static RevocationListFile open(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new RevocationListFile(file, ListReading.of(ListBytes.map(channel)));
        } catch (IOException unreadable) {
            throw new RevocationListFileFailed(file, unreadable);
        } catch (DerFault fault) {
            throw new RevocationListMalformed(fault.reason());
        }
    }

    private ListReading list() {
        ListReading list = reading;
        if (list == null) {
            throw new RevocationListClosed(file);
        }
        return list;
    }

    /** Where it was opened. */
    public Path file() {
        return file;
    }

    @Override
    public byte[] der() {
        return list().der();
    }

    @Override
    public CaKind kind() {
        return list().fields().issuedBy().kind();
    }

    @Override
    public Hierarchy hierarchy() {
        return list().fields().issuedBy().hierarchy();
    }

    @Override
    public Instant thisUpdate() {
        return list().fields().thisUpdate();
    }

    @Override
    public Instant nextUpdate() {
        return list().fields().nextUpdate();
    }

    @Override
    public BigInteger number() {
        return list().fields().number();
    }

    @Override
    public byte[] authorityKeyId() {
        return list().fields().authorityKeyId().keyId().clone();
    }

    @Override
    public Optional<DistributionPoint> scope() {
        return list().fields().scope();
    }

    @Override
    public int size() {
        return list().entries().size();
    }

    @Override
    public Optional<Revoked> find(CertificateSerial serial) {
        return list().entries().find(serial);
    }

    /** Hands over all entries one by one, in the order of their serials. */
    public void forEach(Consumer<Revoked> reader) {
        list().entries().forEach(reader);
    }

    @Override
    public boolean covers(JpkiCertificate certificate) {
        return list().covers(certificate);
    }

    @Override
    public boolean isIssuedBy(CaCertificate ca) {
        return list().isIssuedBy(ca);
    }

    /** From here on every question is refused (MYNA-PRF-053). */
    @Override
    public void close() {
        reading = null;
    }

    @Override
    public String toString() {
        return "RevocationListFile[" + file + "]";
    }
}
