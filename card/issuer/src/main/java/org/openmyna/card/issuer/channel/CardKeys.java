package org.openmyna.card.issuer.channel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The three static keys of one card (SCP03: ENC, MAC, DEK), AES-128, derived from the issuer's
 * master key and the card's identification number: NIST SP 800-108r1, 4.1, KDF in counter mode with
 * AES-CMAC. They cannot be printed and are wiped when closed.
 */
public final class CardKeys implements AutoCloseable {
    private static final int LENGTH = 16;
    private static final byte KEY_TYPE_AES = (byte) 0x88;
    private static final int CHECK_VALUE = 3;

    private final byte[] enc;
    private final byte[] mac;
    private final byte[] dek;

    private CardKeys(byte[] enc, byte[] mac, byte[] dek) {
        this.enc = enc;
        this.mac = mac;
        this.dek = dek;
    }

    /**
     * @param master 16, 24 or 32 bytes; the caller's, and not kept
     * @param cardNumber the card identification number as object 0045 holds it
     */
    public static CardKeys derive(byte[] master, byte[] cardNumber) {
        var prf = new AesCmac(master);
        return new CardKeys(
                sp800_108_4_1(prf, "OpenMyna SCP03 ENC", cardNumber),
                sp800_108_4_1(prf, "OpenMyna SCP03 MAC", cardNumber),
                sp800_108_4_1(prf, "OpenMyna SCP03 DEK", cardNumber));
    }

    /** One block of output: counter 1, label, 00, context, length in bits. */
    private static byte[] sp800_108_4_1(AesCmac prf, String label, byte[] context) {
        return prf.of(
                new byte[] {1},
                label.getBytes(StandardCharsets.US_ASCII),
                new byte[] {0},
                context,
                Bytes.u16(LENGTH * 8));
    }

    /**
     * The data of PUT KEY (GlobalPlatform Card Specification 2.3.1, 11.8.2.3) for a BLANK card: key
     * version, then type, length, key and check value of each. The caller wipes it.
     */
    public byte[] putKeyData(int version) {
        return Bytes.join(new byte[] {(byte) version}, keyBlock(enc), keyBlock(mac), keyBlock(dek));
    }

    private static byte[] keyBlock(byte[] key) {
        byte[] ones = new byte[Aes.BLOCK];
        Arrays.fill(ones, (byte) 1);
        byte[] check = Arrays.copyOf(Aes.encryptBlock(key, ones), CHECK_VALUE);
        return Bytes.join(new byte[] {KEY_TYPE_AES, LENGTH}, key, new byte[] {CHECK_VALUE}, check);
    }

    SecureSession session(byte[] hostChallenge, byte[] cardChallenge) {
        return new SecureSession(enc, mac, Bytes.join(hostChallenge, cardChallenge));
    }

    @Override
    public void close() {
        Arrays.fill(enc, (byte) 0);
        Arrays.fill(mac, (byte) 0);
        Arrays.fill(dek, (byte) 0);
    }

    @Override
    public String toString() {
        return "CardKeys[hidden]";
    }
}
