package org.openmyna.card.reader;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardFaceFile;
import org.openmyna.card.protocol.FaceRecord;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.card.protocol.MyNumberFile;
import org.openmyna.card.protocol.NumberImageFile;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.MyNumber;

/** Reads and checks what an opening opens: first form input, then card face, then both together. */
final class AuthenticityDesk {
    private final MyNumberCard card;
    private final LastTry lastTry;
    private final TrustedCvAuthorities trusted;
    private final AuthenticityTrail trail;
    private final RandomGenerator chance;

    AuthenticityDesk(
            MyNumberCard card,
            TrustedCvAuthorities trusted,
            LastTry lastTry,
            RandomGenerator chance) {
        this.card = card;
        this.lastTry = lastTry;
        this.trusted = trusted;
        this.chance = chance;
        this.trail = new AuthenticityTrail(trusted);
    }

    Authenticity check(Opening opening) {
        try {
            CheckedContents contents =
                    switch (opening) {
                        case Opening.ByPin(var pin) -> {
                            open(PinReference.FORM_INPUT, pin::lend);
                            yield byNumber(Optional.of(items()));
                        }
                        case Opening.ByNumber(var number) -> {
                            try (var a = VerificationSecret.a(number)) {
                                open(PinReference.FORM_INPUT_A, a::lend);
                            }
                            yield byNumber(Optional.empty());
                        }
                        case Opening.ByFront(var front) -> {
                            try (var b = VerificationSecret.b(front)) {
                                yield byFront(b);
                            }
                        }
                        case Opening.ByBirthDate(var born) -> {
                            try (var digits = VerificationSecret.birthDate(born)) {
                                yield byBirthDate(digits);
                            }
                        }
                    };
            return new Authenticity.Genuine(trusted.mode(), contents, trail.steps());
        } catch (CardNotOpened closed) {
            return new Authenticity.NotOpened(closed.reference(), closed.check(), trail.steps());
        } catch (CardNotGenuine refused) {
            return new Authenticity.NotGenuine(refused.refusal(), trail.steps());
        }
    }

    private CheckedContents byNumber(Optional<FourItemsFile> items) {
        byte[] file =
                AuthenticityTrail.read(
                        FormInputFile.MY_NUMBER, () -> card.profile().myNumberFile());
        MyNumber number =
                AuthenticityTrail.read(
                        FormInputFile.MY_NUMBER, () -> MyNumberFile.decode(file).number());
        new FormInputCheck(card.profile(), trail, chance).check(Optional.of(file), items);
        try (var a = VerificationSecret.a(number)) {
            openFaceToo(PinReference.CARD_FACE_A, a);
        }
        var check = new CardFaceCheck(card.face(), trail, chance);
        RSAPublicKey issuer = check.issuer();
        FaceRecord face = check.record(issuer);
        NumberImageFile image = check.numberImage(issuer, face.publicKey());
        items.ifPresent(text -> samePerson(text, face));
        return new CheckedContents(
                Optional.of(number),
                items,
                Optional.of(face),
                Optional.of(image),
                Optional.empty());
    }

    private CheckedContents byFront(VerificationSecret b) {
        open(PinReference.FORM_INPUT_B, b::lend);
        FourItemsFile items = items();
        new FormInputCheck(card.profile(), trail, chance)
                .check(Optional.empty(), Optional.of(items));
        openFaceToo(PinReference.CARD_FACE_B, b);
        var check = new CardFaceCheck(card.face(), trail, chance);
        FaceRecord face = check.record(check.issuer());
        samePerson(items, face);
        return new CheckedContents(
                Optional.empty(),
                Optional.of(items),
                Optional.of(face),
                Optional.empty(),
                Optional.empty());
    }

    private CheckedContents byBirthDate(VerificationSecret digits) {
        open(PinReference.CARD_FACE_BIRTH_DATE, digits::lend);
        var check = new CardFaceCheck(card.face(), trail, chance);
        return new CheckedContents(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(check.age(check.issuer())));
    }

    private FourItemsFile items() {
        return AuthenticityTrail.read(FormInputFile.FOUR_ITEMS, () -> card.profile().fourItems());
    }

    private void open(PinReference reference, Secret secret) {
        PinCheck check = card.session(reference).verify(reference, secret, lastTry);
        if (!(check instanceof PinCheck.Accepted)) throw new CardNotOpened(reference, check);
    }

    /** What opened form input must open the face as well: otherwise two cards are mixed. */
    private void openFaceToo(PinReference reference, VerificationSecret number) {
        Words what = FileWords.of(reference.file());
        PinCheck check = card.session(reference).verify(reference, number::lend, lastTry);
        switch (check) {
            case PinCheck.Accepted accepted -> sameCard(true, reference.name(), what);
            case PinCheck.Wrong wrong -> sameCard(false, reference.name(), what);
            case PinCheck.Locked locked -> throw new CardNotOpened(reference, check);
            case PinCheck.LastTryKept kept -> throw new CardNotOpened(reference, check);
        }
    }

    private void samePerson(FourItemsFile text, FaceRecord face) {
        sameCard(
                text.birthDate().equals(face.birthDate()) && text.sex() == face.sex(),
                CardFaceFile.FACE_RECORD.label(),
                new Words("生年月日または性別", "birth date or sex"));
    }

    private void sameCard(boolean same, String on, Words what) {
        trail.step(
                same,
                AuthenticityCheck.SAME_CARD,
                CardApplication.CARD_FACE,
                on,
                ReaderError.MIXED_CARDS,
                what.details("what"));
    }
}
