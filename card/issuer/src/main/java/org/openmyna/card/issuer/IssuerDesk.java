package org.openmyna.card.issuer;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.openmyna.card.issuer.channel.CardIsTerminated;
import org.openmyna.card.issuer.channel.IssuerChannel;
import org.openmyna.card.issuer.face.FacePhoto;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.RevocationReason;

/**
 * The municipal counter's terminal for a card in use. Every act goes through the issuer channel and
 * takes place as a whole or not at all, also when power or program end in the middle; then the next
 * act on the card finishes it first. Acts on one card wait for each other.
 *
 * <p>Each act takes the register's record of the card and answers a new one. All throw {@link
 * AnotherCard} (MYNA-ISS-032), {@link CardHasChanged} (MYNA-ISS-035), {@link ActOutcomeUnknown}
 * (MYNA-ISS-036) and the errors of the channel (MYNA-ISS-020 to 025). Whether the person at the
 * counter is the holder was checked by people.
 */
public final class IssuerDesk {
    private final Certificates certificates;
    private final IssuerKeys keys;
    private final SecureRandom random;

    /**
     * @param random draws challenges and names of acts
     */
    public IssuerDesk(
            CertificationAuthority signatureCa,
            CertificationAuthority userAuthenticationCa,
            IssuerKeys keys,
            SecureRandom random) {
        this.certificates = new Certificates(signatureCa, userAuthenticationCa, keys);
        this.keys = keys;
        this.random = random;
    }

    /**
     * Gives a PIN a new value and all its tries. The PINs of the Juki and the common application
     * are set together.
     *
     * @throws PinFollowsFromTheFace for 照合番号A and B and the birth date (MYNA-ISS-033)
     * @throws PinDoesNotFit if it is too short or too long (MYNA-ISS-038)
     */
    public void setPin(CardChannel card, PinReference reference, Pin value) {
        List<PinReference> together =
                switch (reference) {
                    case USER_AUTHENTICATION, SIGNATURE, FORM_INPUT -> List.of(reference);
                    case JUKI, COMMON -> List.of(PinReference.JUKI, PinReference.COMMON);
                    case FORM_INPUT_A,
                            FORM_INPUT_B,
                            CARD_FACE_BIRTH_DATE,
                            CARD_FACE_A,
                            CARD_FACE_B ->
                            throw new PinFollowsFromTheFace(reference);
                };
        int length = value.lend(ascii -> ascii.length);
        if (length < reference.shortest() || length > reference.longest()) {
            throw new PinDoesNotFit(reference);
        }
        try (IssuerChannel channel = IssuerChannel.open(card, keys::cardKeys, random)) {
            for (PinReference each : together) {
                value.lend(ascii -> {
                    channel.setPin(each.application(), each.file().id(), ascii);
                    return true;
                });
            }
        }
    }

    /**
     * Gives any PIN or verification number all its tries again; its value stays.
     *
     * @throws org.openmyna.card.issuer.channel.IssuerCommandRefused if it was never set
     *     (MYNA-ISS-023)
     */
    public void unlockPin(CardChannel card, PinReference reference) {
        try (IssuerChannel channel = IssuerChannel.open(card, keys::cardKeys, random)) {
            channel.unlock(reference.application(), reference.file().id());
        }
    }

    /**
     * After a move (転入, 転居): new text and image of the address, signed anew, and a new signature
     * key with its certificate. In another municipality all signed records get its signature. The
     * user authentication certificate stays. What names the municipality without a signature (card
     * face 0003, the common application, GET DATA) still names the one that issued the card.
     *
     * @param office of the municipality of the new address
     */
    public IssuedCard move(
            CardChannel card, IssuedCard record, Address address, IssuingOffice office) {
        return change(
                card,
                record,
                items -> new FourItems(items.name(), address, items.birthDate(), items.sex()),
                office);
    }

    /** After a change of name: as after a move within the municipality. */
    public IssuedCard rename(CardChannel card, IssuedCard record, PersonName name) {
        return act(
                card,
                record,
                holder -> {
                    FourItems old = holder.fourItems();
                    return holder.with(
                            new FourItems(name, old.address(), old.birthDate(), old.sex()));
                },
                Act.Renewal.SIGNATURE);
    }

    /**
     * After any change of the four items but the birth date.
     *
     * @throws BirthDateIsFixed if that changes (MYNA-ISS-034)
     */
    public IssuedCard change(
            CardChannel card,
            IssuedCard record,
            UnaryOperator<FourItems> change,
            IssuingOffice office) {
        return act(
                card,
                record,
                holder -> holder.with(change.apply(holder.fourItems())).with(office),
                Act.Renewal.SIGNATURE);
    }

    /** Another photo, signed anew. */
    public IssuedCard newPhoto(CardChannel card, IssuedCard record, FacePhoto photo) {
        return act(card, record, holder -> holder.with(photo), Act.Renewal.NONE);
    }

    /**
     * New keys and certificates before the old ones end (更新): for login, and for signatures too.
     */
    public IssuedCard renewCertificates(CardChannel card, IssuedCard record) {
        return act(card, record, holder -> holder, Act.Renewal.BOTH);
    }

    /**
     * Finishes what an interrupted act left, and nothing else. A register that missed the answer of
     * the last act gets it here.
     *
     * @param record of before that act, or of now
     * @return the record of the card as it is now
     */
    public IssuedCard settle(CardChannel card, IssuedCard record) {
        return alone(
                record,
                () -> {
                    var act = new Act(certificates, keys, random, card, record);
                    act.mustBeTheCard();
                    return act.settle(true);
                });
    }

    /**
     * Ends the card and its certificates, for good. If the chip is terminated already, the
     * certificates are revoked all the same.
     *
     * @param reason such as {@link RevocationReason#CESSATION_OF_OPERATION}
     */
    public void terminate(CardChannel card, IssuedCard record, RevocationReason reason) {
        alone(
                record,
                () -> {
                    var act = new Act(certificates, keys, random, card, record);
                    try {
                        act.mustBeTheCard();
                        try (IssuerChannel channel = act.channel()) {
                            channel.terminate();
                        }
                    } catch (CardIsTerminated already) {
                        // as it should be: an earlier call was interrupted, or the chip defended
                        // itself
                    }
                    act.endLeft(reason);
                    record.certificates().forEach(each -> certificates.end(each, reason));
                    act.forget();
                    return record;
                });
    }

    private IssuedCard act(
            CardChannel card,
            IssuedCard record,
            UnaryOperator<Applicant> change,
            Act.Renewal renewal) {
        return alone(
                record,
                () -> new Act(certificates, keys, random, card, record).run(change, renewal));
    }

    private IssuedCard alone(IssuedCard record, Supplier<IssuedCard> work) {
        ReentrantLock lock = keys.acts().lock(record.number().identification());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
