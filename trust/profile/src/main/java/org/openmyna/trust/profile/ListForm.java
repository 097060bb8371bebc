package org.openmyna.trust.profile;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.openmyna.trust.profile.RevocationList.Revoked;

/**
 * What stands around the entries of a list (RFC 5280 5.1). DER tells lengths first, so all of it is
 * known once the bytes of the entries are counted.
 */
final class ListForm {
    private static final int SIGNATURE_BYTES = 256;
    private static final int HIGHEST_SHORT_LENGTH = 0x7F;

    /** Version to nextUpdate. */
    private final byte[] front;

    private final byte[] extensions;
    private final byte[] algorithm;

    private ListForm(byte[] front, byte[] extensions) {
        this.front = front;
        this.extensions = extensions;
        this.algorithm = Names.der(CertificateWriter.sha256WithRsa());
    }

    /**
     * @throws IssuerOfAnotherKind if the point is of another CA (MYNA-PRF-018)
     */
    static ListForm of(CaCertificate ca, RevocationListHead head) {
        Names.CaIdentity identity = ca.identity();
        head.scope()
                .filter(point ->
                        point.kind() != identity.kind()
                                || point.hierarchy() != identity.hierarchy())
                .ifPresent(foreign -> {
                    throw new IssuerOfAnotherKind(ca.toString());
                });
        return new ListForm(front(identity, head), back(ca, head));
    }

    private static byte[] front(Names.CaIdentity ca, RevocationListHead head) {
        byte[] times = new byte[2 * DerTime.MOST];
        DerTime time = new DerTime();
        int end = time.write(head.thisUpdate().getEpochSecond(), times, 0);
        end = time.write(head.nextUpdate().getEpochSecond(), times, end);
        ByteArrayOutputStream front = new ByteArrayOutputStream();
        front.writeBytes(Names.der(new ASN1Integer(1)));
        front.writeBytes(Names.der(CertificateWriter.sha256WithRsa()));
        front.writeBytes(Names.der(ca.name()));
        front.write(times, 0, end);
        return front.toByteArray();
    }

    private static byte[] back(CaCertificate ca, RevocationListHead head) {
        List<Extension> plan =
                ProfilePlan.reference3_1(ca.subjectKeyId(), head.number(), head.scope());
        byte[] extensions = Names.der(CertificateWriter.extensions(plan));
        return join(header(0xA0, extensions.length), extensions);
    }

    /** Everything before the first entry; without entries there is no revokedCertificates. */
    byte[] before(long entriesLength) {
        byte[] header = entriesHeader(entriesLength);
        long tbs = front.length + header.length + entriesLength + extensions.length;
        byte[] tbsHeader = header(DerReader.SEQUENCE, tbs);
        long all =
                tbsHeader.length
                        + tbs
                        + algorithm.length
                        + signatureHeader().length
                        + SIGNATURE_BYTES;
        return join(header(DerReader.SEQUENCE, all), tbsHeader, front, header);
    }

    /** Where in the list the tbsCertList begins: behind the header around all. */
    int tbsOffset(long entriesLength) {
        int headers = entriesHeader(entriesLength).length + front.length;
        long tbs = headers + entriesLength + extensions.length;
        return before(entriesLength).length - headers - header(DerReader.SEQUENCE, tbs).length;
    }

    private static byte[] entriesHeader(long entriesLength) {
        return entriesLength == 0 ? new byte[0] : header(DerReader.SEQUENCE, entriesLength);
    }

    /** What stands behind the last entry and is signed too. */
    byte[] after() {
        return extensions.clone();
    }

    /**
     * What stands behind what is signed.
     *
     * @throws ContentSignatureFailed if the signature has not the 256 bytes of RSA-2048
     */
    byte[] tail(byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            throw new ContentSignatureFailed();
        }
        return join(algorithm, signatureHeader(), signature);
    }

    /** BIT STRING without unused bits. */
    private static byte[] signatureHeader() {
        return join(header(DerReader.BIT_STRING, SIGNATURE_BYTES + 1), new byte[1]);
    }

    /** The whole list in one array, its entries in the order given. */
    byte[] inMemory(List<Revoked> entries, BeforeSigning check, ContentSignature signature) {
        byte[] written = entries(entries);
        byte[] content = join(before(written.length), written, extensions);
        int from = tbsOffset(written.length);
        byte[] toBeSigned = Arrays.copyOfRange(content, from, content.length);
        check.check(toBeSigned.clone());
        return join(content, tail(signature.sign(toBeSigned)));
    }

    private static byte[] entries(List<Revoked> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EntryWriter writer = new EntryWriter();
        byte[] entry = new byte[EntryWriter.MOST];
        for (Revoked one : entries) {
            byte[] serial = one.serial().value().toByteArray();
            long second = one.when().getEpochSecond();
            int end = writer.write(serial, serial.length, second, one.reason(), entry, 0);
            out.write(entry, 0, end);
        }
        return out.toByteArray();
    }

    /** Tag and length, the latter in its shortest form (X.690 10.1). */
    static byte[] header(int tag, long length) {
        if (length <= HIGHEST_SHORT_LENGTH) {
            return new byte[] {(byte) tag, (byte) length};
        }
        byte[] octets = BigInteger.valueOf(length).toByteArray();
        int from = octets[0] == 0 ? 1 : 0;
        byte[] header = new byte[2 + octets.length - from];
        header[0] = (byte) tag;
        header[1] = (byte) (0x80 | octets.length - from);
        System.arraycopy(octets, from, header, 2, octets.length - from);
        return header;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
