package org.openmyna.card.reader;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.Pin;

/**
 * One My Number Card マイナンバーカード in a reader, or a virtual one: the door to its applications. Asking
 * for an application selects it if it is not selected; that forgets what was verified in the one
 * before, and the first command there that needs it throws {@link VerificationLost}. Use one object
 * for one channel, and one thread at a time.
 */
public final class MyNumberCard implements AutoCloseable {
    private final CardSession session;
    private final FormInputClient profile;
    private final CardFaceClient face;
    private final JpkiClient jpki;
    private final JukiClient juki;
    private final CommonClient common;
    private final CardManagerClient manager;

    private MyNumberCard(CardChannel channel, ReadSize readSize) {
        session = new CardSession(channel, readSize);
        profile = new FormInputClient(session);
        face = new CardFaceClient(session);
        jpki = new JpkiClient(session);
        juki = new JukiClient(session);
        common = new CommonClient(session);
        manager = new CardManagerClient(session);
    }

    /**
     * The first My Number Card in any reader.
     *
     * @throws NoReader if there is no reader (MYNA-CRD-024)
     * @throws NoCard if no such card lies in one (MYNA-CRD-025)
     */
    public static MyNumberCard first() {
        return in("");
    }

    /** The same in the readers whose names contain a text. */
    public static MyNumberCard in(String readerNameContains) {
        return over(PcscReaders.connect(readerNameContains));
    }

    /** A card at the other end of a channel; {@link #close} closes it. */
    public static MyNumberCard over(CardChannel channel) {
        return over(channel, ReadSize.SHORT);
    }

    /** The same with reads of whole files, where reader and card take extended commands. */
    public static MyNumberCard over(CardChannel channel, ReadSize readSize) {
        return new MyNumberCard(channel, readSize);
    }

    /**
     * 券面事項入力補助AP: My Number and four items as text.
     *
     * @throws ApplicationMissing if the card has no such application (MYNA-CRD-027)
     */
    public FormInputClient profile() {
        profile.session().use();
        return profile;
    }

    /** 券面事項確認AP: the photo and all that is printed. Throws as {@link #profile} does. */
    public CardFaceClient face() {
        face.session().use();
        return face;
    }

    /**
     * Opens the card face for who knows the form input PIN only: the PIN opens the My Number, and
     * the My Number, as verification number A, opens the face.
     *
     * @return what became of the PIN; if it was accepted, what became of the number
     */
    public PinCheck openFace(Pin pin, LastTry lastTry) {
        PinCheck check = profile().verify(pin, lastTry);
        if (!(check instanceof PinCheck.Accepted)) return check;
        try (var a = VerificationSecret.a(profile.myNumber())) {
            return face().verify(a, lastTry);
        }
    }

    /**
     * 公的個人認証AP: certificates and signatures.
     *
     * @throws NotAMyNumberCard if the card has no such application (MYNA-CRD-021)
     */
    public JpkiClient jpki() {
        jpki.session().use();
        return jpki;
    }

    /** 住基AP. Throws as {@link #profile} does. */
    public JukiClient juki() {
        juki.session().use();
        return juki;
    }

    /** 共通カードAP: serial number and expiry. Throws as {@link #profile} does. */
    public CommonClient common() {
        common.session().use();
        return common;
    }

    /** Card manager: GET DATA. Throws as {@link #profile} does. */
    public CardManagerClient manager() {
        manager.session().use();
        return manager;
    }

    /**
     * How many tries every PIN and every verification number has left; costs none. What was
     * verified is lost, since every application is selected.
     *
     * @return all ten references in their order
     */
    public Map<PinReference, Tries> tries() {
        var tries = new EnumMap<PinReference, Tries>(PinReference.class);
        for (PinReference reference : PinReference.values()) {
            tries.put(reference, tries(reference));
        }
        return Collections.unmodifiableMap(tries);
    }

    /** How many tries one of them has left; costs none. */
    public Tries tries(PinReference reference) {
        try {
            return session(reference).tries(reference);
        } catch (ApplicationMissing | NotAMyNumberCard missing) {
            return new Tries.Absent();
        }
    }

    /**
     * Whether a My Number that somebody typed is the one of this card: asked as verification number
     * A, then read back and compared. No PIN is needed; a wrong number costs one of ten tries.
     */
    public NumberConfirmation confirmNumber(MyNumber typed, LastTry lastTry) {
        FormInputClient text = profile();
        PinCheck check;
        try (var secret = VerificationSecret.a(typed)) {
            check = text.verify(secret, lastTry);
        }
        return switch (check) {
            case PinCheck.Accepted accepted ->
                    text.myNumber().equals(typed)
                            ? new NumberConfirmation.Confirmed()
                            : new NumberConfirmation.Contradicted();
            case PinCheck.Wrong(int left) -> new NumberConfirmation.Different(left);
            case PinCheck.Locked locked -> new NumberConfirmation.Locked();
            case PinCheck.LastTryKept kept -> new NumberConfirmation.LastTryKept();
        };
    }

    /** The same, never spending the last try. */
    public NumberConfirmation confirmNumber(MyNumber typed) {
        return confirmNumber(typed, LastTry.KEEP);
    }

    /**
     * Checks that the data were signed by a municipality under a trusted authority, <em>and</em>
     * that this chip holds the key that is named in them: without both it is no genuine card. What
     * is checked depends on what opens the card. It does not tell whether the card was reported
     * lost.
     *
     * @param opening PIN, My Number, what is printed, or birth date
     * @param chance makes the challenge: {@link java.security.SecureRandom} except in tests
     */
    public Authenticity checkAuthenticity(
            TrustedCvAuthorities trusted,
            Opening opening,
            LastTry lastTry,
            RandomGenerator chance) {
        return new AuthenticityDesk(this, trusted, lastTry, chance).check(opening);
    }

    /**
     * Verifies the present PIN and sets a new one, after looking at its shape.
     *
     * @throws NotChangeable if the holder cannot change this reference (MYNA-CRD-062)
     * @throws NewPinMalformed if the new PIN has another shape; nothing was sent (MYNA-CRD-061)
     */
    public PinChange changePin(PinReference reference, Pin present, Pin next, LastTry lastTry) {
        return new PinDesk(this).change(reference, present, next, lastTry);
    }

    /**
     * Changes the PINs of the Juki and of the common application together, as the municipal counter
     * does; both must have the same present PIN. Both are verified before either is changed.
     */
    public PinChange changeCardPins(Pin present, Pin next, LastTry lastTry) {
        return new PinDesk(this)
                .changeBoth(PinReference.JUKI, PinReference.COMMON, present, next, lastTry);
    }

    ApplicationSession session(PinReference reference) {
        return session(reference.application());
    }

    ApplicationSession session(CardApplication application) {
        return switch (application) {
            case ISSUER_SECURITY_DOMAIN -> manager.session();
            case JPKI -> jpki.session();
            case FORM_INPUT -> profile.session();
            case CARD_FACE -> face.session();
            case JUKI -> juki.session();
            case COMMON -> common.session();
        };
    }

    /** Answer to reset, with its initial TS byte; says nothing about the applications. */
    public byte[] atr() {
        return session.atr();
    }

    /** Gives the card back; what was verified is forgotten. */
    @Override
    public void close() {
        session.close();
    }
}
