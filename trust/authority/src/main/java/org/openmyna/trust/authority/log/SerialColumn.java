package org.openmyna.trust.authority.log;

import java.math.BigInteger;
import java.util.Arrays;
import org.openmyna.trust.profile.CertificateSerial;

/** As all tables hold serials: unsigned, big-endian, without leading zeros. */
public final class SerialColumn {
    private SerialColumn() {}

    public static byte[] bytes(CertificateSerial serial) {
        byte[] signed = serial.value().toByteArray();
        return signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    }

    /**
     * @throws IllegalArgumentException if there are leading zeros: one serial has one form, or a
     *     byte could be put into the table unseen
     */
    public static CertificateSerial serial(byte[] unsigned) {
        if (unsigned.length > 0 && unsigned[0] == 0) {
            throw new IllegalArgumentException("a serial has no leading zeros");
        }
        return new CertificateSerial(new BigInteger(1, unsigned));
    }
}
