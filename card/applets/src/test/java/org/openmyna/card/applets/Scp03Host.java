package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The issuer's end of SCP03 (GlobalPlatform Amendment D 1.1.2), written from the specification; it
 * shares nothing with the applet. Methods that only make bytes are apart from those that send, so
 * that a test can spoil the bytes in between.
 */
final class Scp03Host {

    static final int C_DECRYPTION = 0x02;
    static final int R_MAC = 0x10;
    static final int R_ENCRYPTION = 0x20;

    /** Keys of the traces in {@link ChannelCryptoTest}. */
    static final byte[] ENC = TestCard.bytes("000102030405060708090A0B0C0D0E0F");

    static final byte[] MAC = TestCard.bytes("101112131415161718191A1B1C1D1E1F");
    static final byte[] DEK = TestCard.bytes("202122232425262728292A2B2C2D2E2F");

    private final byte[] enc;
    private final byte[] mac;
    private byte[] sEnc = {};
    private byte[] sMac = {};
    private byte[] sRmac = {};
    private byte[] context = {};
    private byte[] chain = new byte[HostCrypto.BLOCK];
    private int level;
    private int counter;

    Scp03Host(byte[] enc, byte[] mac) {
        this.enc = enc;
        this.mac = mac;
    }

    /** A session with the keys of the tests. */
    static Scp03Host open(TestCard card, int level) {
        var host = new Scp03Host(ENC, MAC);
        host.authenticate(card, level);
        return host;
    }

    void authenticate(TestCard card, int level) {
        initialize(card);
        assertThat(card.send(externalAuthenticate(level))).isEqualTo("9000");
    }

    void initialize(TestCard card) {
        byte[] challenge = new byte[8];
        new java.security.SecureRandom().nextBytes(challenge);
        byte[] answer =
                card.transmit(
                        TestCard.bytes("8050000008" + HexFormat.of().formatHex(challenge) + "00"));
        assertThat(TestCard.statusWord(answer)).isEqualTo(0x9000);
        assertThat(answer).hasSize(31);
        take(challenge, Arrays.copyOf(answer, 29));
    }

    /** The answer to INITIALIZE UPDATE; the card's cryptogram must be right. */
    void take(byte[] hostChallenge, byte[] answer) {
        context = HostCrypto.concat(hostChallenge, Arrays.copyOfRange(answer, 13, 21));
        sEnc = HostCrypto.derive(enc, 0x04, 128, context);
        sMac = HostCrypto.derive(mac, 0x06, 128, context);
        sRmac = HostCrypto.derive(mac, 0x07, 128, context);
        chain = new byte[HostCrypto.BLOCK];
        counter = 0;
        assertThat(Arrays.copyOfRange(answer, 21, 29))
                .as("card cryptogram")
                .isEqualTo(HostCrypto.derive(sMac, 0x00, 64, context));
    }

    String externalAuthenticate(int level) {
        this.level = level;
        byte[] cryptogram = HostCrypto.derive(sMac, 0x01, 64, context);
        byte[] header = {(byte) 0x84, (byte) 0x82, (byte) level, 0x00, 0x10};
        return hex(header) + hex(cryptogram) + hex(mac(HostCrypto.concat(header, cryptogram)));
    }

    /**
     * One command through the channel; {@code header} is INS P1 P2, {@code le} as it stands in the
     * command: empty, two digits, or four digits, which make the command an extended one. The
     * answer is in plain, its MAC checked.
     */
    String send(TestCard card, String header, String data, String le) {
        return open(card.transmit(TestCard.bytes(wrap(header, data, le))));
    }

    String wrap(String header, String data, String le) {
        counter++;
        byte[] body = TestCard.bytes(data);
        if ((level & C_DECRYPTION) != 0 && body.length > 0) {
            byte[] iv = HostCrypto.encryptBlock(sEnc, block(0));
            body = HostCrypto.encrypt(sEnc, iv, HostCrypto.padded(body));
        }
        int length = body.length + 8;
        String lc = le.length() == 4 || length > 255 ? "00%04X" : "%02X";
        String head = "84" + header + lc.formatted(length);
        return head
                + hex(body)
                + hex(mac(HostCrypto.concat(TestCard.bytes(head), body)))
                + (le.length() == 2 && length > 255 ? "00" + le : le);
    }

    /** Whole blocks, encrypted without padding behind them. */
    String unpadded(String blocks) {
        byte[] iv = HostCrypto.encryptBlock(sEnc, HostCrypto.concat(new byte[15], new byte[] {1}));
        return hex(HostCrypto.encrypt(sEnc, iv, TestCard.bytes(blocks)));
    }

    /** The MAC is right, the body stays as it is. */
    String wrapRaw(String header, String body) {
        String head = "84" + header + "%02X".formatted(body.length() / 2 + 8);
        return head + body + hex(mac(TestCard.bytes(head + body)));
    }

    List<byte[]> sessionKeys() {
        return List.of(sEnc, sMac, sRmac);
    }

    private byte[] mac(byte[] command) {
        chain = HostCrypto.cmac(sMac, HostCrypto.concat(chain, command));
        return Arrays.copyOf(chain, 8);
    }

    /** The answer in plain; errors have neither MAC nor data. */
    String open(byte[] answer) {
        byte[] statusWord = Arrays.copyOfRange(answer, answer.length - 2, answer.length);
        byte[] body = Arrays.copyOf(answer, answer.length - 2);
        boolean protectedAnswer = statusWord[0] == (byte) 0x90 || statusWord[0] == 0x62;
        if (!protectedAnswer || (level & R_MAC) == 0) {
            return hex(answer);
        }
        assertThat(body).as("an answer with a MAC").hasSizeGreaterThanOrEqualTo(8);
        byte[] text = Arrays.copyOf(body, body.length - 8);
        byte[] all = HostCrypto.concat(chain, text, statusWord);
        assertThat(Arrays.copyOfRange(body, body.length - 8, body.length))
                .as("R-MAC")
                .isEqualTo(Arrays.copyOf(HostCrypto.cmac(sRmac, all), 8));
        if ((level & R_ENCRYPTION) != 0 && text.length > 0) {
            byte[] iv = HostCrypto.encryptBlock(sEnc, block(0x80));
            text = HostCrypto.unpadded(HostCrypto.decrypt(sEnc, iv, text));
        }
        return hex(text) + hex(statusWord);
    }

    private byte[] block(int first) {
        byte[] block = new byte[HostCrypto.BLOCK];
        block[0] = (byte) first;
        block[14] = (byte) (counter >> 8);
        block[15] = (byte) counter;
        return block;
    }

    /** PUT KEY with the keys of the tests. */
    static String putKey() {
        return putKey(ENC, MAC, DEK);
    }

    static String putKey(byte[]... keys) {
        var body = new StringBuilder("01");
        for (byte[] key : keys) {
            byte[] ones = new byte[HostCrypto.BLOCK];
            Arrays.fill(ones, (byte) 1);
            body.append("8810").append(hex(key)).append("03");
            body.append(hex(HostCrypto.encryptBlock(key, ones)), 0, 6);
        }
        return "80D8008143" + body;
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
