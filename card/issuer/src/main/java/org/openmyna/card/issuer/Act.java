package org.openmyna.card.issuer;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openmyna.card.issuer.channel.IssuerChannel;
import org.openmyna.card.issuer.keys.ActNotes;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardFaceFile;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/**
 * One act on a card in use, across three parties that no transaction joins: the chip, the
 * authorities, the issuer's register (the caller).
 *
 * <ol>
 *   <li>The chip takes all new content and keys into drafts.
 *   <li>A note is written that certificates are about to be asked for, under a name of their own.
 *   <li>The authorities certify keys that the chip has proved; the chip takes the certificates.
 *   <li>The note gets the states of the card before and after; the authorities hear that they are
 *       written.
 *   <li>The chip commits. This one step decides.
 *   <li>The new certificates become active and the old ones are revoked with them, the note says
 *       so, the new record is answered.
 * </ol>
 *
 * <p>What a kill, or a power cut of the card, leaves: after 1, drafts, which the next channel
 * forgets. After 2 and 3 also certificates for keys that no longer exist: unknown to verifiers, and
 * discarded by {@link #settle}. After 4 and 5 the state of the card tells which, and {@link
 * #settle} activates or discards them. After 6 the note still lets a register that missed the
 * answer catch up.
 */
final class Act {
    /** Which certificates an act makes new, and why the old ones end. */
    enum Renewal {
        NONE(RevocationReason.UNSPECIFIED),
        /** The signature certificate carries the four items. */
        SIGNATURE(RevocationReason.AFFILIATION_CHANGED),
        BOTH(RevocationReason.SUPERSEDED);

        private final RevocationReason reason;

        Renewal(RevocationReason reason) {
            this.reason = reason;
        }

        RevocationReason reason() {
            return reason;
        }
    }

    private static final List<CardFile> VERIFICATION_NUMBER_B =
            List.of(FormInputFile.VERIFICATION_NUMBER_B, CardFaceFile.VERIFICATION_NUMBER_B);

    private final Certificates certificates;
    private final IssuerKeys keys;
    private final SecureRandom random;
    private final CardChannel card;
    private final IssuedCard record;
    private final ActNotes notes;
    private final String name;

    Act(
            Certificates certificates,
            IssuerKeys keys,
            SecureRandom random,
            CardChannel card,
            IssuedCard record) {
        this.certificates = certificates;
        this.keys = keys;
        this.random = random;
        this.card = card;
        this.record = record;
        this.notes = keys.acts();
        this.name = record.number().identification();
    }

    /**
     * @param change what becomes of the holder
     */
    IssuedCard run(UnaryOperator<Applicant> change, Renewal renewal) {
        mustBeTheCard();
        IssuedCard current = settle(false);
        Applicant then = change.apply(current.holder());
        if (!then.fourItems().birthDate().equals(current.holder().fourItems().birthDate())) {
            throw new BirthDateIsFixed();
        }
        CardSight sight = sight();
        Map<CardFile, byte[]> changed = changed(current, then, sight.keys());
        var fresh = new FreshCertificates(certificates, random);
        ActNote ready;
        boolean mayBeDecided = false;
        try (IssuerChannel channel = channel()) {
            store(channel, changed);
            ActNote note = ActNote.NONE;
            if (fresh.request(channel, renewal, current)) {
                note = fresh.named();
                write(note);
                fresh.issue(then, current, note, renewal);
                store(channel, fresh.files());
                changed.putAll(fresh.files());
            }
            if (changed.isEmpty()) return current.with(then);
            ready = note.with(ready(current, then, renewal, sight, fresh, changed));
            write(ready);
            note.asked().forEach(certificates::written);
            mayBeDecided = true;
            commit(channel);
        } finally {
            if (!mayBeDecided) giveUp();
        }
        conclude(ready);
        return fresh.on(current.with(then));
    }

    private static void store(IssuerChannel channel, Map<CardFile, byte[]> files) {
        files.forEach((file, content) -> channel.store(file.application(), file.id(), content));
    }

    private static ActNote.Ready ready(
            IssuedCard current,
            Applicant then,
            Renewal renewal,
            CardSight sight,
            FreshCertificates fresh,
            Map<CardFile, byte[]> changed) {
        return new ActNote.Ready(
                sight.state(),
                sight.stateWith(changed),
                then.office(),
                renewal.reason,
                fresh.all(),
                fresh.replaced(current),
                false);
    }

    private static void commit(IssuerChannel channel) {
        try {
            channel.commit();
        } catch (RuntimeException unknown) {
            // a lost answer and a lost command look alike: the next act asks the card
            throw new ActOutcomeUnknown(unknown);
        }
    }

    /** Nothing was decided: what was asked for is thrown away. */
    private void giveUp() {
        ActNote note = note();
        if (note.asked().isEmpty()) return;
        note.asked().forEach(certificates::discard);
        write(ActNote.NONE);
    }

    private void conclude(ActNote decided) {
        decided.asked().forEach(certificates::activate);
        write(decided.concluded());
    }

    /** The files that differ between two states of the holder. */
    private Map<CardFile, byte[]> changed(
            IssuedCard current, Applicant then, SignedFiles.ChipKeys chip) {
        Map<CardFile, byte[]> old = files(current.holder(), chip);
        Map<CardFile, byte[]> changed = new LinkedHashMap<>();
        files(then, chip)
                .forEach((file, content) -> {
                    if (!Arrays.equals(content, old.get(file))) changed.put(file, content);
                });
        return changed;
    }

    private Map<CardFile, byte[]> files(Applicant person, SignedFiles.ChipKeys chip) {
        return SignedFiles.replaceable(
                person, record.securityCode(), chip, keys.municipality(person.office().code()));
    }

    /**
     * Finishes what an interrupted act left.
     *
     * @param catchUp whether a record from before the last act is brought up to date, though that
     *     act was finished; otherwise somebody else did it, and the record is refused
     * @return the record of the card as it is
     * @throws CardHasChanged if the card is neither as the record says, nor as an interrupted act
     *     left it (MYNA-ISS-035)
     */
    IssuedCard settle(boolean catchUp) {
        CardSight sight = sight();
        ActNote note = note();
        Optional<ActNote.Ready> last = note.ready();
        if (last.isPresent() && !last.get().done()) return settle(note, last.get(), sight);
        giveUp();
        if (sight.fits(record)) return record;
        if (catchUp && last.isPresent() && sight.state().equals(last.get().after())) {
            return caughtUp(last.get(), sight);
        }
        throw new CardHasChanged();
    }

    private IssuedCard settle(ActNote note, ActNote.Ready left, CardSight sight) {
        if (sight.state().equals(left.after())) {
            conclude(note);
            return caughtUp(left, sight);
        }
        if (!sight.state().equals(left.before()) || !sight.fits(record)) throw new CardHasChanged();
        giveUp();
        return record;
    }

    private IssuedCard caughtUp(ActNote.Ready last, CardSight sight) {
        Optional<JpkiCertificate> user = ofKind(CaKind.USER_AUTHENTICATION, last.issued());
        Optional<JpkiCertificate> signature = ofKind(CaKind.SIGNATURE, last.issued());
        return record.with(sight.holder(record.holder()).with(last.office()))
                .with(
                        user.orElse(record.userAuthentication()),
                        signature.isPresent() ? signature : record.signature());
    }

    private static Optional<JpkiCertificate> ofKind(CaKind kind, List<JpkiCertificate> issued) {
        return issued.stream().filter(each -> each.kind() == kind).findFirst();
    }

    /** Ends all certificates that may live because of an interrupted act. */
    void endLeft(RevocationReason reason) {
        ActNote note = note();
        note.asked().forEach(certificates::discard);
        note.ready()
                .ifPresent(left ->
                        Stream.concat(left.issued().stream(), left.replaced().stream())
                                .forEach(each -> certificates.end(each, reason)));
    }

    void forget() {
        write(ActNote.NONE);
    }

    void mustBeTheCard() {
        if (!Arrays.equals(IssuerChannel.cardNumber(card), record.number().object())) {
            throw new AnotherCard();
        }
    }

    IssuerChannel channel() {
        return IssuerChannel.open(card, keys::cardKeys, random);
    }

    /** 照合番号B that strangers have locked is unlocked on the way. */
    private CardSight sight() {
        var commands = new CardCommands(card, CardAnswerUnexpected::new);
        try {
            return CardSight.of(commands, record);
        } catch (CardSight.Locked byStrangers) {
            unlockVerificationNumberB();
        }
        try {
            return CardSight.of(commands, record);
        } catch (CardSight.Locked again) {
            throw new CardHasChanged();
        }
    }

    private void unlockVerificationNumberB() {
        try (IssuerChannel channel = channel()) {
            for (CardFile file : VERIFICATION_NUMBER_B) {
                channel.unlock(file.application(), file.id());
            }
        }
    }

    private ActNote note() {
        return notes.read(name).map(text -> ActNote.parse(name, text)).orElse(ActNote.NONE);
    }

    private void write(ActNote note) {
        if (note.isEmpty()) {
            notes.delete(name);
        } else {
            notes.write(name, note.text());
        }
    }
}
