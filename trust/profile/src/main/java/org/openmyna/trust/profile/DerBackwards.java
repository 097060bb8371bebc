package org.openmyna.trust.profile;

import java.util.Arrays;

/**
 * Writes DER from its end to its beginning: when the length of something has to be written, it is
 * known already. For one thread.
 */
final class DerBackwards {
    private byte[] to;
    private int at;

    DerBackwards(int expectedBytes) {
        this.to = new byte[expectedBytes];
        this.at = expectedBytes;
    }

    /** How many bytes stand there; what {@link #wrap} gets to know where its contents end. */
    int size() {
        return to.length - at;
    }

    void octets(byte[] bytes) {
        makeRoom(bytes.length);
        at -= bytes.length;
        System.arraycopy(bytes, 0, to, at, bytes.length);
    }

    void octet(int octet) {
        makeRoom(1);
        to[--at] = (byte) octet;
    }

    void element(int tag, byte[] contents) {
        int end = size();
        octets(contents);
        wrap(tag, end);
    }

    /** Puts tag and length before all that was written since the size was this. */
    void wrap(int tag, int sizeBefore) {
        int length = size() - sizeBefore;
        if (length < 0x80) {
            octet(length);
        } else {
            int count = 0;
            for (int rest = length; rest != 0; rest >>>= 8) {
                octet(rest);
                count++;
            }
            octet(0x80 | count);
        }
        octet(tag);
    }

    /** GeneralizedTime (RFC 6960 4.2.1). */
    void time(long second) {
        makeRoom(DerTime.MOST);
        at -= DerTime.MOST;
        new DerTime().writeOcsp(second, to, at);
    }

    private void makeRoom(int bytes) {
        if (at < bytes) {
            byte[] larger = new byte[2 * to.length + bytes];
            int size = size();
            System.arraycopy(to, at, larger, larger.length - size, size);
            to = larger;
            at = larger.length - size;
        }
    }

    byte[] written() {
        return at == 0 ? to : Arrays.copyOfRange(to, at, to.length);
    }
}
