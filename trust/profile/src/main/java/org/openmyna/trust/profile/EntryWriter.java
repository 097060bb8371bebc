package org.openmyna.trust.profile;

/**
 * Writes entries of revokedCertificates (RFC 5280 5.1.2.6) into an array, without making objects.
 * For one thread.
 */
final class EntryWriter {
    /** Where the contents of the serial begin: behind tag and length of entry and serial. */
    static final int SERIAL = 4;

    /** crlEntryExtensions with a reasonCode (5.3.1) up to the code itself. */
    static final byte[] REASON = {
        0x30, 0x0C, 0x30, 0x0A, 0x06, 0x03, 0x55, 0x1D, 0x15, 0x04, 0x03, 0x0A, 0x01
    };

    /** Bytes of the longest entry; its length takes one octet always. */
    static final int MOST = SERIAL + 20 + DerTime.MOST + REASON.length + 1;

    private final DerTime time = new DerTime();

    /**
     * Writes one entry; the reason is left out when it is unspecified (5.3.1).
     *
     * @param serial its octets as an INTEGER has them, shortest form, positive
     * @param second of the revocation, since 1970
     * @param to with room for {@link #MOST} bytes
     * @return where the entry ends
     */
    int write(
            byte[] serial,
            int serialLength,
            long second,
            RevocationReason reason,
            byte[] to,
            int at) {
        to[at] = DerReader.SEQUENCE;
        to[at + 2] = DerReader.INTEGER;
        to[at + 3] = (byte) serialLength;
        System.arraycopy(serial, 0, to, at + SERIAL, serialLength);
        int end = time.write(second, to, at + SERIAL + serialLength);
        if (reason != RevocationReason.UNSPECIFIED) {
            System.arraycopy(REASON, 0, to, end, REASON.length);
            end += REASON.length;
            to[end++] = (byte) reason.code();
        }
        to[at + 1] = (byte) (end - at - 2);
        return end;
    }
}
