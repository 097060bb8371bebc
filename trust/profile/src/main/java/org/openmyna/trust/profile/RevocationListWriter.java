package org.openmyna.trust.profile;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;

/**
 * Writes a certificate revocation list (証明書失効リスト, reference 3.1) of any length into a file, with a
 * heap that does not grow with it; a million entries: see the benchmark {@code crl-build}. Open it,
 * add the entries, sign. The file appears in its place as a whole, or not at all: a list that stood
 * there stays until then, through a crash too.
 *
 * <p>Work in progress lies beside the file under names that end in {@code .new} and {@code
 * .entries}; a killed process leaves them behind, and nobody reads them. For one thread.
 */
public final class RevocationListWriter implements AutoCloseable {
    private static final int MAX_SERIAL = 20;

    private final Path file;
    private final Path draft;
    private final JpkiProfile.Issuer issuer;
    private final ListForm form;
    private final EntrySpool spool;
    private final EntryWriter entries = new EntryWriter();
    private final byte[] last = new byte[MAX_SERIAL];
    private final byte[] octets = new byte[Long.BYTES];
    private int lastLength;
    private int count;
    private boolean closed;

    private RevocationListWriter(Path file, JpkiProfile.Issuer issuer, ListForm form) {
        String unique = "." + ProcessHandle.current().pid() + "-" + System.nanoTime();
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + unique + ".new");
        this.issuer = issuer;
        this.form = form;
        this.spool = new EntrySpool(file.resolveSibling(file.getFileName() + unique + ".entries"));
    }

    /**
     * Begins a list.
     *
     * @param file where it shall be; its folder exists
     * @throws IssuerOfAnotherKind if the point is of another CA (MYNA-PRF-018)
     */
    public static RevocationListWriter open(
            Path file, JpkiProfile.Issuer issuer, RevocationListHead head) {
        return new RevocationListWriter(file, issuer, ListForm.of(issuer.certificate(), head));
    }

    /**
     * Adds an entry.
     *
     * @param serial greater than the one before
     * @param when 1950 to 9999; parts of a second are left out
     * @throws RevokedOutOfOrder if the serial is not greater (MYNA-PRF-051)
     * @throws RevocationListNotWritable if the date cannot be said (MYNA-PRF-050)
     * @throws RevocationListFileFailed if the disk refuses (MYNA-PRF-052)
     */
    public void add(CertificateSerial serial, Instant when, RevocationReason reason) {
        byte[] value = serial.value().toByteArray();
        add(value, value.length, when.getEpochSecond(), reason);
    }

    /**
     * As above, without an object an entry.
     *
     * @param serial positive
     * @param second of the revocation, since 1970
     */
    public void add(long serial, long second, RevocationReason reason) {
        if (serial <= 0) {
            throw new SerialOutOfRange(Long.SIZE - Long.numberOfLeadingZeros(serial));
        }
        int length = (Long.SIZE - Long.numberOfLeadingZeros(serial)) / Byte.SIZE + 1;
        for (int n = 0; n < length; n++) {
            octets[n] = (byte) (serial >> (length - 1 - n) * Byte.SIZE);
        }
        add(octets, length, second, reason);
    }

    private void add(byte[] serial, int length, long second, RevocationReason reason) {
        mustBeOpen();
        int order =
                length != lastLength
                        ? Integer.compare(length, lastLength)
                        : Arrays.compareUnsigned(serial, 0, length, last, 0, length);
        if (order <= 0) {
            throw new RevokedOutOfOrder(serialOf(last, lastLength), serialOf(serial, length));
        }
        try {
            byte[] room = spool.roomForOne();
            spool.take(entries.write(serial, length, second, reason, room, spool.end()));
        } catch (IOException full) {
            throw new RevocationListFileFailed(file, full);
        }
        System.arraycopy(serial, 0, last, 0, length);
        lastLength = length;
        count++;
    }

    private static CertificateSerial serialOf(byte[] octets, int length) {
        return new CertificateSerial(new BigInteger(1, octets, 0, length));
    }

    /**
     * Signs the list and puts it into its place, on the disk for good. What was written is read
     * again by the strict reader and its signature verified before: a faulty signature would give
     * the key away. The writer is closed then, whatever came of it.
     *
     * @param check sees the list before it is signed
     * @throws ContentSignatureFailed if the key is not the issuer's (MYNA-PRF-017)
     * @throws RevocationListFileFailed if the disk refuses (MYNA-PRF-052)
     * @throws RevocationListClosed if it was signed or closed before (MYNA-PRF-053)
     */
    public WrittenRevocationList sign(BeforeSigningList check) {
        mustBeOpen();
        try (this) {
            byte[] sha256 = signedDraft(check);
            long bytes = Files.size(draft);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
            return new WrittenRevocationList(file, count, bytes, sha256);
        } catch (IOException refused) {
            throw new RevocationListFileFailed(file, refused);
        }
    }

    private byte[] signedDraft(BeforeSigningList check) throws IOException {
        try (FileChannel out =
                FileChannel.open(
                        draft,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            write(out, form.before(spool.length()));
            spool.copyTo(out);
            write(out, form.after());
            int offset = form.tbsOffset(spool.length());
            long length = out.position() - offset;
            check.check(draft, offset, length);
            byte[] signature = issuer.signature().sign(new FilePart(out, offset, length));
            write(out, form.tail(signature));
            mustReadBack(out);
            out.force(true);
            return digest(out);
        }
    }

    private void mustReadBack(FileChannel written) throws IOException {
        try {
            ListReading read = ListReading.withoutIndex(ListBytes.map(written));
            if (read.entries().size() != count || !read.isIssuedBy(issuer.certificate())) {
                throw new ContentSignatureFailed();
            }
        } catch (DerFault fault) {
            throw new RevocationListMalformed(fault.reason());
        }
    }

    private static byte[] digest(FileChannel file) throws IOException {
        MessageDigest digest = Sha256.fresh();
        byte[] chunk = new byte[1 << 16];
        FilePart all = new FilePart(file, 0, file.size());
        for (int read = all.read(chunk); read >= 0; read = all.read(chunk)) {
            digest.update(chunk, 0, read);
        }
        return digest.digest();
    }

    private static void write(FileChannel out, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    /** So that the new name outlives a crash; some systems do not let a folder be opened. */
    private void forceFolder() {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            return;
        }
    }

    private void mustBeOpen() {
        if (closed) {
            throw new RevocationListClosed(file);
        }
    }

    /** Gives up a list that was not signed; what stood in its place stays. */
    @Override
    public void close() {
        closed = true;
        try {
            spool.close();
            Files.deleteIfExists(draft);
        } catch (IOException refused) {
            throw new RevocationListFileFailed(file, refused);
        }
    }
}
