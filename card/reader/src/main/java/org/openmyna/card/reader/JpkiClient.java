package org.openmyna.card.reader;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardFileMalformed;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.card.protocol.TokenInfo;
import org.openmyna.kernel.Pin;

/**
 * Conversation with the JPKI application (公的個人認証AP) of one card. Selecting it forgets every PIN
 * that was verified before.
 */
public final class JpkiClient {
    private final CardChannel channel;

    private JpkiClient(CardChannel channel) {
        this.channel = channel;
    }

    /**
     * Selects the application by its name.
     *
     * @throws NotAMyNumberCard if the card has no such application (MYNA-CRD-021)
     */
    public static JpkiClient select(CardChannel channel) {
        var client = new JpkiClient(channel);
        client.selectApplication();
        return client;
    }

    /** Selects the application again, which forgets every verified PIN: a log-out. */
    public void selectApplication() {
        ResponseApdu answer =
                channel.transmit(
                        CommandApdu.of(0x00, 0xA4, 0x04, 0x0C, CardApplication.JPKI.aid()));
        if (!answer.isOk()) throw new NotAMyNumberCard(answer.statusWord());
    }

    /** Token information: tells a My Number Card from its predecessor and from a telephone. */
    public TokenInfo tokenInfo() {
        selectFile(JpkiFile.TOKEN_INFO);
        return TokenInfo.decode(read(0, TokenInfo.LENGTH));
    }

    /**
     * Asks how many tries the PIN of this key has left; costs none.
     *
     * @return 0 (locked) to the try limit
     */
    public int triesLeft(JpkiKey key) {
        selectFile(key.pinFile);
        ResponseApdu answer = channel.transmit(CommandApdu.of(0x00, 0x20, 0x00, 0x80));
        return answer.statusWord()
                .triesLeft()
                .orElseThrow(() -> new CommandRefused("VERIFY", answer.statusWord()));
    }

    /**
     * Sends the PIN of this key. The remaining tries are read first: a locked PIN is not sent, and
     * the last try is spent only if {@code lastTry} allows it.
     */
    public PinCheck verify(JpkiKey key, Pin pin, LastTry lastTry) {
        int left = triesLeft(key);
        if (left == 0) return new PinCheck.Locked();
        if (left == 1 && lastTry == LastTry.KEEP) return new PinCheck.LastTryKept();
        ResponseApdu answer =
                pin.lend(ascii -> channel.transmit(CommandApdu.of(0x00, 0x20, 0x00, 0x80, ascii)));
        if (answer.isOk()) return new PinCheck.Accepted();
        if (answer.statusWord().equals(StatusWord.PIN_LOCKED)) return new PinCheck.Locked();
        int now =
                answer.statusWord()
                        .triesLeft()
                        .orElseThrow(() -> new CommandRefused("VERIFY", answer.statusWord()));
        return now == 0 ? new PinCheck.Locked() : new PinCheck.Wrong(now);
    }

    /**
     * Sets a new PIN; the old one must have been verified since the application was selected.
     *
     * @throws PinNotVerified if it was not (MYNA-CRD-022)
     */
    public void changePin(JpkiKey key, Pin newPin) {
        selectFile(key.pinFile);
        ResponseApdu answer =
                newPin.lend(
                        ascii -> channel.transmit(CommandApdu.of(0x00, 0x24, 0x01, 0x80, ascii)));
        ok("CHANGE REFERENCE DATA", answer);
    }

    /**
     * Reads the certificate that goes with this key, DER.
     *
     * @throws PinNotVerified if it is the signature certificate and its password was not verified
     */
    public byte[] certificate(JpkiKey key) {
        return readDer(key.certificateFile);
    }

    /** Reads the certificate of the CA that issued this key's certificate, DER; no trust anchor. */
    public byte[] caCertificate(JpkiKey key) {
        return readDer(key.caCertificateFile);
    }

    /**
     * Signs: the card pads with PKCS #1 v1.5 type 1 (RFC 8017, 9.2) and applies its private key.
     *
     * @param digestInfo what is padded, 1 to 245 bytes; see {@link
     *     org.openmyna.card.protocol.DigestInfo}
     * @return 256 bytes, big-endian
     * @throws PinNotVerified if the PIN of this key was not verified since the last selection
     */
    public byte[] sign(JpkiKey key, byte[] digestInfo) {
        selectFile(key.keyFile);
        var command =
                new CommandApdu(0x80, 0x2A, 0x00, 0x80, digestInfo, CommandApdu.SHORT_MAXIMUM);
        return ok("COMPUTE DIGITAL SIGNATURE", channel.transmit(command)).data();
    }

    private void selectFile(JpkiFile file) {
        byte[] id = {(byte) (file.id() >> 8), (byte) file.id()};
        ok("SELECT", channel.transmit(CommandApdu.of(0x00, 0xA4, 0x02, 0x0C, id)));
    }

    /** The file may be longer than the certificate in it: the DER header says where to stop. */
    private byte[] readDer(JpkiFile file) {
        selectFile(file);
        byte[] header = read(0, 4);
        if (header.length < 4 || header[0] != 0x30 || header[1] != (byte) 0x82) {
            throw new CardFileMalformed(
                    "%04X".formatted(file.id()), "no certificate is written here");
        }
        int length = 4 + ((header[2] & 0xFF) << 8 | header[3] & 0xFF);
        byte[] der = read(0, length);
        if (der.length < length) {
            throw new CardFileMalformed(
                    "%04X".formatted(file.id()), "it ends before its certificate");
        }
        return der;
    }

    private byte[] read(int from, int length) {
        var out = new ByteArrayOutputStream(length);
        while (out.size() < length) {
            int offset = from + out.size();
            int chunk = Math.min(length - out.size(), CommandApdu.SHORT_MAXIMUM);
            var command =
                    new CommandApdu(0x00, 0xB0, offset >> 8, offset & 0xFF, new byte[0], chunk);
            byte[] part = ok("READ BINARY", channel.transmit(command)).data();
            if (part.length == 0) break;
            out.writeBytes(part);
        }
        return Arrays.copyOf(out.toByteArray(), Math.min(out.size(), length));
    }

    private static ResponseApdu ok(String command, ResponseApdu answer) {
        if (answer.isOk()) return answer;
        if (answer.statusWord().equals(StatusWord.SECURITY_NOT_SATISFIED)) {
            throw new PinNotVerified(command);
        }
        throw new CommandRefused(command, answer.statusWord());
    }
}
