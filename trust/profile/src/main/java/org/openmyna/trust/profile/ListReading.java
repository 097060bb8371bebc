package org.openmyna.trust.profile;

import java.util.Arrays;

/**
 * A list that was read: where its parts lie, what its fields say, and its entries. Both {@link
 * RevocationList} and {@link RevocationListFile} are a coat around it.
 */
final class ListReading {
    private final ListBytes bytes;
    private final long tbsOffset;
    private final long tbsLength;
    private final ListFields fields;
    private final RevokedEntries entries;

    private ListReading(ListBytes bytes, int stride) {
        this.bytes = bytes;
        DerCursor file = DerCursor.over(bytes);
        DerCursor list = file.sequence("certificateList");
        file.mustEnd("certificateList");
        this.tbsOffset = list.position();
        DerCursor tbs = list.sequence("tbsCertList");
        this.tbsLength = list.position() - tbsOffset;
        byte[] tail = list.elements(2, "signature");
        list.mustEnd("certificateList");

        byte[] front = tbs.elements(5, "tbsCertList");
        boolean written = tbs.peek() == DerReader.SEQUENCE;
        DerCursor revoked = written ? tbs.sequence("revokedCertificates") : tbs;
        byte[] back = tbs.elements(1, "crlExtensions");
        tbs.mustEnd("tbsCertList");
        this.fields = ListFields.read(front, back, tail);
        this.entries =
                written
                        ? RevokedEntries.read(bytes, revoked.position(), revoked.end(), stride)
                        : RevokedEntries.none(bytes);
    }

    /**
     * @throws DerFault for anything but a list of a JPKI CA in strict DER
     */
    static ListReading of(ListBytes bytes) {
        return new ListReading(bytes, RevokedEntries.STRIDE);
    }

    /** As {@link #of}, for who wants to know whether it reads and searches nothing. */
    static ListReading withoutIndex(ListBytes bytes) {
        return new ListReading(bytes, RevokedEntries.NO_INDEX);
    }

    ListFields fields() {
        return fields;
    }

    RevokedEntries entries() {
        return entries;
    }

    /** The whole list, copied. */
    byte[] der() {
        return bytes.range(0, Math.toIntExact(bytes.length()));
    }

    boolean covers(JpkiCertificate certificate) {
        return fields.issuedBy().kind() == certificate.kind()
                && fields.issuedBy().hierarchy() == certificate.hierarchy()
                && Arrays.equals(fields.authorityKeyId().keyId(), certificate.authorityKeyId())
                && (fields.scope().isEmpty()
                        || fields.scope().equals(certificate.distributionPoint()));
    }

    boolean isIssuedBy(CaCertificate ca) {
        return fields.issuedBy().equals(ca.identity())
                && Arrays.equals(fields.authorityKeyId().keyId(), ca.subjectKeyId())
                && ca.key().algorithm() == fields.algorithm()
                && ca.key()
                        .verifies(
                                check -> bytes.feed(tbsOffset, tbsLength, check),
                                fields.signature());
    }

    @Override
    public String toString() {
        return fields.issuedBy().kind()
                + ", "
                + fields.issuedBy().hierarchy()
                + ", number "
                + fields.number();
    }
}
