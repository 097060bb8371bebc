package org.openmyna.card.issuer.channel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardConnectionLost;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;

/**
 * The issuer channel to one card in use: SCP03 at security level 33. What is stored here lies in
 * drafts until {@link #commit()}, which makes all drafts of all applications current in one step;
 * PINs alone change at once.
 *
 * <p>Any answer that is not as it must be ends the channel, and with it the drafts. While it is
 * open, nobody else may send commands to the card.
 */
public final class IssuerChannel implements AutoCloseable {
    /** C-MAC, C-DECRYPTION, R-MAC and R-ENCRYPTION. */
    private static final int LEVEL = 0x33;

    private static final int CHALLENGE = 8;
    private static final int DIVERSIFICATION = 10;
    private static final byte[] SCP03_WITH_60 = {0x03, 0x60};

    /** With id, offset, padding and MAC this is the most that fits a short command. */
    private static final int CHUNK = 224;

    private static final int ISD_SET_STATUS_CARD = 0x80;
    private static final int TERMINATED = 0x7F;

    private final CardChannel card;
    private final SecureSession session;
    private @Nullable CardApplication chosen;
    private boolean open = true;

    private IssuerChannel(CardChannel card, SecureSession session) {
        this.card = card;
        this.session = session;
    }

    /**
     * Selects the issuer security domain and authenticates both sides. Drafts that an unfinished
     * act left on the card are gone afterwards.
     *
     * @param keys the issuer's keys for the card with this number
     * @param random draws our challenge
     * @throws NoIssuerChannel if the card is BLANK or none of ours (MYNA-ISS-021)
     * @throws CardOfAnotherIssuer if it does not know these keys (MYNA-ISS-020)
     * @throws CardIsTerminated if it is (MYNA-ISS-024)
     */
    public static IssuerChannel open(
            CardChannel card, Function<byte[], CardKeys> keys, SecureRandom random) {
        byte[] number = cardNumber(card);
        byte[] hostChallenge = new byte[CHALLENGE];
        random.nextBytes(hostChallenge);
        ResponseApdu answer =
                card.transmit(
                        new CommandApdu(
                                0x80, 0x50, 0, 0, hostChallenge, CommandApdu.SHORT_MAXIMUM));
        byte[] data = mustExist(answer).data();
        byte[] domainNumber = Arrays.copyOf(sha256(number), DIVERSIFICATION);
        int after = DIVERSIFICATION + 1;
        if (data.length != DIVERSIFICATION + 3 + 2 * CHALLENGE
                || !Arrays.equals(domainNumber, Arrays.copyOf(data, DIVERSIFICATION))
                || !Arrays.equals(SCP03_WITH_60, Arrays.copyOfRange(data, after, after + 2))) {
            throw new CardOfAnotherIssuer();
        }
        byte[] cardChallenge = Arrays.copyOfRange(data, after + 2, after + 2 + CHALLENGE);
        byte[] cryptogram = Arrays.copyOfRange(data, after + 2 + CHALLENGE, data.length);
        try (CardKeys cardKeys = keys.apply(number)) {
            SecureSession session = cardKeys.session(hostChallenge, cardChallenge);
            if (!MessageDigest.isEqual(cryptogram, session.cardCryptogram())) {
                throw new CardOfAnotherIssuer();
            }
            ResponseApdu accepted = card.transmit(session.firstCommand(LEVEL));
            if (!accepted.isOk()) throw new IssuerNotAccepted(accepted.statusWord());
            return new IssuerChannel(card, session);
        }
    }

    /**
     * Selects the issuer security domain and reads the card identification number (object 0045).
     *
     * @throws NoIssuerChannel if the card has none (MYNA-ISS-021)
     * @throws CardIsTerminated if the card is (MYNA-ISS-024)
     */
    public static byte[] cardNumber(CardChannel card) {
        byte[] domain = CardApplication.ISSUER_SECURITY_DOMAIN.aid();
        mustExist(card.transmit(CommandApdu.of(0x00, 0xA4, 0x04, 0x0C, domain)));
        var getData = new CommandApdu(0x00, 0xCA, 0x00, 0x45, new byte[0], 256);
        return mustExist(card.transmit(getData)).data();
    }

    /**
     * Writes into the draft of a data file, from its start; what is behind is FF.
     *
     * @param file file id within the application
     */
    public void store(CardApplication application, int file, byte[] content) {
        choose(application);
        for (int at = 0; at < content.length; at += CHUNK) {
            byte[] part = Arrays.copyOfRange(content, at, Math.min(at + CHUNK, content.length));
            storeData(Bytes.join(Bytes.u16(file), Bytes.u16(at), part));
        }
    }

    /** Gives a PIN a new value and all its tries, at once. */
    public void setPin(CardApplication application, int file, byte[] value) {
        choose(application);
        byte[] data = Bytes.join(Bytes.u16(file), Bytes.u16(0), value);
        try {
            storeData(data);
        } finally {
            Arrays.fill(data, (byte) 0);
        }
    }

    /** Gives a PIN all its tries, at once; its value stays. */
    public void unlock(CardApplication application, int file) {
        choose(application);
        storeData(Bytes.join(Bytes.u16(file), Bytes.u16(0)));
    }

    private void storeData(byte[] data) {
        send("STORE DATA", CommandApdu.of(0x80, 0xE2, 0x00, 0x00, data));
    }

    /**
     * Makes a key pair on the chip, in the draft of a key file.
     *
     * @return the public key template 7F49 of ISO/IEC 7816-8
     */
    public byte[] generateKeyPair(CardApplication application, int file) {
        choose(application);
        return send(
                        "GENERATE ASYMMETRIC KEY PAIR",
                        new CommandApdu(
                                0x80, 0x47, 0, 0, Bytes.u16(file), CommandApdu.EXTENDED_MAXIMUM))
                .data();
    }

    /** Signature of the drafted key over a DigestInfo: proof that the chip holds it. */
    public byte[] signWithDraft(CardApplication application, int file, byte[] digestInfo) {
        choose(application);
        byte[] data = Bytes.join(Bytes.u16(file), digestInfo);
        return send(
                        "COMPUTE DIGITAL SIGNATURE",
                        new CommandApdu(0x80, 0x2A, 0, 0, data, CommandApdu.EXTENDED_MAXIMUM))
                .data();
    }

    /** All drafts become current, in one step. */
    public void commit() {
        send("COMMIT", CommandApdu.of(0x80, 0xEE, 0x01, 0x00));
    }

    /** The card is TERMINATED, for good, and the channel with it. */
    public void terminate() {
        send("SET STATUS", CommandApdu.of(0x80, 0xF0, ISD_SET_STATUS_CARD, TERMINATED));
        open = false;
    }

    /** INSTALL [for personalization] (GlobalPlatform Card Specification 2.3.1, 11.5.2.3.6). */
    private void choose(CardApplication application) {
        if (application == chosen) return;
        byte[] aid = application.aid();
        byte[] data = Bytes.join(new byte[] {0, 0, (byte) aid.length}, aid, new byte[] {0, 0, 0});
        send("INSTALL", CommandApdu.of(0x80, 0xE6, 0x20, 0x00, data));
        chosen = application;
    }

    private ResponseApdu send(String step, CommandApdu plain) {
        if (!open) throw new IssuerChannelBroken("ended");
        open = false; // unless all goes well
        ResponseApdu answer = session.unwrap(card.transmit(session.wrap(plain)));
        if (answer.statusWord().isTerminated()) throw new CardIsTerminated();
        if (!answer.isOk()) throw new IssuerCommandRefused(step, answer.statusWord());
        open = true;
        return answer;
    }

    /**
     * Ends the channel by selecting the domain again; drafts that were not committed are forgotten
     * by the next channel.
     */
    @Override
    public void close() {
        session.close();
        if (!open) return;
        open = false;
        byte[] domain = CardApplication.ISSUER_SECURITY_DOMAIN.aid();
        try {
            card.transmit(CommandApdu.of(0x00, 0xA4, 0x04, 0x0C, domain));
        } catch (CardConnectionLost alreadyEnded) {
            // a card without power has no channel either
        }
    }

    private static ResponseApdu mustExist(ResponseApdu answer) {
        StatusWord status = answer.statusWord();
        if (status.isTerminated()) throw new CardIsTerminated();
        if (!status.isOk()) throw new NoIssuerChannel(status);
        return answer;
    }

    private static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "IssuerChannel[hidden]";
    }
}
