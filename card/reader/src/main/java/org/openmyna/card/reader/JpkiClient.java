package org.openmyna.card.reader;

import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardFileMalformed;
import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.card.protocol.TokenInfo;
import org.openmyna.kernel.Pin;

/**
 * Conversation with the JPKI application (公的個人認証AP) of one card. Selecting it forgets every PIN
 * that was verified before.
 */
public final class JpkiClient {
    private final ApplicationSession application;

    JpkiClient(CardSession card) {
        application = new ApplicationSession(card, CardApplication.JPKI);
    }

    /**
     * Selects the application by its name.
     *
     * @throws NotAMyNumberCard if the card has no such application (MYNA-CRD-021)
     */
    public static JpkiClient select(CardChannel channel) {
        var client = new JpkiClient(new CardSession(channel, ReadSize.SHORT));
        client.selectApplication();
        return client;
    }

    ApplicationSession session() {
        return application;
    }

    /** Selects the application again, which forgets every verified PIN: a log-out. */
    public void selectApplication() {
        application.logOut();
    }

    /** Token information: tells a My Number Card from its predecessor and from a telephone. */
    public TokenInfo tokenInfo() {
        return TokenInfo.decode(application.readPart(JpkiFile.TOKEN_INFO, 0, TokenInfo.LENGTH));
    }

    /**
     * Asks how many tries the PIN of this key has left; costs none.
     *
     * @return 0 (locked) to the try limit
     */
    public int triesLeft(JpkiKey key) {
        return switch (application.tries(key.pin)) {
            case Tries.Left(int left, int limit) -> left;
            case Tries.Blocked blocked -> 0;
            case Tries.Absent absent -> throw new ReferenceMissing(key.pin);
            case Tries.Unlimited unlimited ->
                    throw new CommandRefused("VERIFY", StatusWord.NOT_VERIFIED);
        };
    }

    /**
     * Sends the PIN of this key. The remaining tries are read first: a locked PIN is not sent, and
     * the last try is spent only if {@code lastTry} allows it.
     */
    public PinCheck verify(JpkiKey key, Pin pin, LastTry lastTry) {
        return application.verify(key.pin, pin::lend, lastTry);
    }

    /**
     * Sets a new PIN; the old one must have been verified since the application was selected.
     *
     * @throws NewPinMalformed if the new one has not the shape for this key; nothing was sent
     *     (MYNA-CRD-061)
     * @throws PinNotVerified if it was not (MYNA-CRD-022)
     */
    public void changePin(JpkiKey key, Pin newPin) {
        application.changePin(key.pin, newPin);
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
        application.selectFile(key.keyFile);
        return application.sign(0x80, digestInfo);
    }

    /** The file may be longer than the certificate in it: the DER header says where to stop. */
    private byte[] readDer(JpkiFile file) {
        byte[] header = application.readPart(file, 0, 4);
        if (header.length < 4 || header[0] != 0x30 || header[1] != (byte) 0x82) {
            throw new CardFileMalformed(file.label(), "no certificate is written here");
        }
        int length = 4 + (((header[2] & 0xFF) << 8) | (header[3] & 0xFF));
        byte[] der = application.readCurrentPart(file, 0, length);
        if (der.length < length) {
            throw new CardFileMalformed(file.label(), "it ends before its certificate");
        }
        return der;
    }
}
