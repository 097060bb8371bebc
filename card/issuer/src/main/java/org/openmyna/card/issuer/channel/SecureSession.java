package org.openmyna.card.issuer.channel;

import java.security.MessageDigest;
import java.util.Arrays;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;

/**
 * Session keys, MAC chain and counter of one SCP03 session at level 33. Clause numbers are those of
 * GlobalPlatform Card Specification, Amendment D 1.1.2.
 */
final class SecureSession implements AutoCloseable {
    /** S8 mode: eight bytes of each MAC travel. */
    static final int MAC = 8;

    private static final int CARD_CRYPTOGRAM = 0x00;
    private static final int HOST_CRYPTOGRAM = 0x01;
    private static final int S_ENC = 0x04;
    private static final int S_MAC = 0x06;
    private static final int S_RMAC = 0x07;
    private static final int SHORT_LC = 255;
    private static final int SECURE_MESSAGING = 0x04;

    private final byte[] enc;
    private final AesCmac commandMac;
    private final AesCmac answerMac;
    private final byte[] challenges;
    private byte[] chain = new byte[Aes.BLOCK];
    private int counter;

    SecureSession(byte[] staticEnc, byte[] staticMac, byte[] challenges) {
        this.challenges = challenges;
        var fromMac = new AesCmac(staticMac);
        enc = clause4_1_5(new AesCmac(staticEnc), S_ENC, Aes.BLOCK);
        commandMac = new AesCmac(clause4_1_5(fromMac, S_MAC, Aes.BLOCK));
        answerMac = new AesCmac(clause4_1_5(fromMac, S_RMAC, Aes.BLOCK));
    }

    /** Data derivation: 11 zeros, the constant, 00, length in bits, counter 01, both challenges. */
    private byte[] clause4_1_5(AesCmac prf, int constant, int length) {
        byte[] head = new byte[12];
        head[11] = (byte) constant;
        byte[] derived =
                prf.of(head, new byte[] {0}, Bytes.u16(length * 8), new byte[] {1}, challenges);
        return Arrays.copyOf(derived, length);
    }

    /** 6.2.2.2. */
    byte[] cardCryptogram() {
        return clause4_1_5(commandMac, CARD_CRYPTOGRAM, MAC);
    }

    /** 6.2.2.3. */
    byte[] hostCryptogram() {
        return clause4_1_5(commandMac, HOST_CRYPTOGRAM, MAC);
    }

    /** EXTERNAL AUTHENTICATE: authenticated, not yet encrypted. */
    CommandApdu firstCommand(int level) {
        return clause6_2_4(0x84, 0x82, level, 0, hostCryptogram(), 0);
    }

    /** Encrypts and authenticates. The answer always brings a MAC, so that Le is never absent. */
    CommandApdu wrap(CommandApdu plain) {
        counter++;
        byte[] data = plain.data();
        byte[] secret =
                data.length == 0
                        ? data
                        : Aes.encryptCbc(enc, clause6_2_6(0x00), Bytes.padded(data));
        return clause6_2_4(
                plain.cla() | SECURE_MESSAGING,
                plain.ins(),
                plain.p1(),
                plain.p2(),
                secret,
                Math.max(plain.expected(), CommandApdu.SHORT_MAXIMUM));
    }

    /** C-MAC over the chain and the command, whose Lc counts the MAC already. */
    private CommandApdu clause6_2_4(int cla, int ins, int p1, int p2, byte[] data, int expected) {
        int length = data.length + MAC;
        boolean extended = length > SHORT_LC || expected > CommandApdu.SHORT_MAXIMUM;
        byte[] lc =
                extended
                        ? new byte[] {0, (byte) (length >> 8), (byte) length}
                        : new byte[] {(byte) length};
        byte[] header = {(byte) cla, (byte) ins, (byte) p1, (byte) p2};
        chain = commandMac.of(chain, header, lc, data);
        byte[] whole = Bytes.join(data, Arrays.copyOf(chain, MAC));
        return new CommandApdu(cla, ins, p1, p2, whole, expected);
    }

    /**
     * Checks and decrypts an answer. An error word comes alone (6.2.5) and is left to the caller.
     *
     * @throws IssuerChannelBroken if its MAC is wrong or absent
     */
    ResponseApdu unwrap(ResponseApdu answer) {
        if (!answer.isOk()) return answer;
        byte[] body = answer.data();
        int length = body.length - MAC;
        if (length < 0) throw new IssuerChannelBroken("MAC of the answer");
        byte[] secret = Arrays.copyOf(body, length);
        byte[] mac = answerMac.of(chain, secret, Bytes.u16(answer.statusWord().value()));
        if (!MessageDigest.isEqual(
                Arrays.copyOf(mac, MAC), Arrays.copyOfRange(body, length, body.length))) {
            throw new IssuerChannelBroken("MAC of the answer");
        }
        if (length == 0) return new ResponseApdu(secret, answer.statusWord());
        if (length % Aes.BLOCK != 0) throw new IssuerChannelBroken("length of the answer");
        byte[] plain = Aes.decryptCbc(enc, clause6_2_6(0x80), secret);
        return new ResponseApdu(Bytes.unpadded(plain), answer.statusWord());
    }

    /** 6.2.6 and 6.2.7: the counter, encrypted; its first byte tells answers from commands. */
    private byte[] clause6_2_6(int first) {
        byte[] block = new byte[Aes.BLOCK];
        block[0] = (byte) first;
        for (int i = 0; i < Integer.BYTES; i++) {
            block[Aes.BLOCK - 1 - i] = (byte) (counter >>> (8 * i));
        }
        return Aes.encryptBlock(enc, block);
    }

    @Override
    public void close() {
        Arrays.fill(enc, (byte) 0);
    }
}
