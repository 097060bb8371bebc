package org.openmyna.trust.authority.ocsp;

/**
 * Finds the CertID in a request that holds one and nothing else, which is what nearly everybody
 * sends (RFC 5019 2.1.1), without making an object. It judges nothing: what it finds is only ever
 * compared with a CertID that the strict reader has accepted before.
 */
final class PlainQuestion {
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int INTEGER = 0x02;

    /** OCSPRequest, TBSRequest, requestList and Request, each holding only the next. */
    private static final int AROUND = 4;

    private PlainQuestion() {}

    /** Where the CertID starts, or -1; it ends where the request ends. */
    static int certId(byte[] request) {
        int at = 0;
        for (int layer = 0; layer < AROUND; layer++) {
            at = content(request, at, SEQUENCE);
            if (at < 0) {
                return -1;
            }
        }
        return serial(request, at) < 0 ? -1 : at;
    }

    /** Where the octets of the serial start, which end where the request ends, or -1. */
    static int serial(byte[] request, int certId) {
        int at = content(request, certId, SEQUENCE);
        at = behind(request, at, SEQUENCE);
        at = behind(request, at, OCTETS);
        at = behind(request, at, OCTETS);
        return at < 0 ? -1 : content(request, at, INTEGER);
    }

    /** The content of a value that fills the rest of the request; short lengths, or 0x81. */
    private static int content(byte[] der, int at, int tag) {
        if (at + 2 > der.length || (der[at] & 0xFF) != tag) {
            return -1;
        }
        int length = der[at + 1] & 0xFF;
        int start = at + 2;
        if (length == 0x81 && start < der.length) {
            length = der[start] & 0xFF;
            start++;
        }
        return length > 0 && start + length == der.length ? start : -1;
    }

    /** The place behind a short value. */
    private static int behind(byte[] der, int at, int tag) {
        if (at < 0 || at + 2 > der.length || (der[at] & 0xFF) != tag || der[at + 1] < 0) {
            return -1;
        }
        int next = at + 2 + der[at + 1];
        return next < der.length ? next : -1;
    }
}
