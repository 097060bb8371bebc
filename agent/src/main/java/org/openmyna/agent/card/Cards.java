package org.openmyna.agent.card;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.openmyna.card.chip.CardInUse;
import org.openmyna.card.protocol.CardConnectionLost;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.reader.ApplicationMissing;
import org.openmyna.card.reader.ItemsProof;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.NoCard;
import org.openmyna.card.reader.NoReader;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.card.reader.Tries;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaCertificateMalformed;
import org.openmyna.trust.profile.CertificateMalformed;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.JpkiCertificate;

/** Cards as the agent uses them: looked at first, then asked to sign. */
public final class Cards {
    private static final JpkiKey KEY = JpkiKey.USER_AUTHENTICATION;

    private final CardTable table;
    private final InstantSource legalTime;

    /**
     * @param legalTime by which certificates begin and end
     */
    public Cards(CardTable table, InstantSource legalTime) {
        this.table = table;
        this.legalTime = legalTime;
    }

    /** What lies there now. */
    public CardTable.Lying look() {
        return table.look();
    }

    /**
     * Looks at a card without any PIN.
     *
     * @param items whether its four items will be wanted
     */
    public CardSight see(CardPlace place, boolean items) {
        try (MyNumberCard card = MyNumberCard.over(table.open(place))) {
            return see(card, items);
        } catch (CardInUse busy) {
            return new CardSight.Busy();
        } catch (CardConnectionLost | NoReader gone) {
            return new CardSight.Gone();
        } catch (NoCard pulledOrAnother) {
            return table.look().cards().contains(place)
                    ? new CardSight.NotUsable()
                    : new CardSight.Gone();
        } catch (MynaException other) {
            return new CardSight.NotUsable();
        }
    }

    private CardSight see(MyNumberCard card, boolean items) {
        JpkiClient jpki = card.jpki();
        byte[] der = jpki.certificate(KEY);
        JpkiCertificate certificate;
        try {
            certificate = JpkiCertificate.parse(der);
            if (!isOfTest(certificate, CaCertificate.parse(jpki.caCertificate(KEY)))) {
                return new CardSight.NotOfTest();
            }
        } catch (CertificateMalformed | CaCertificateMalformed unknownChain) {
            return new CardSight.NotOfTest();
        }
        if (!isOfTest(card)) return new CardSight.NotOfTest();
        if (!certificate.validity().includes(legalTime.instant())) {
            return new CardSight.NotInForce(certificate.notBefore(), certificate.notAfter());
        }
        Map<PinReference, Integer> tries = new EnumMap<>(PinReference.class);
        tries.put(PinReference.USER_AUTHENTICATION, left(card, PinReference.USER_AUTHENTICATION));
        if (items) tries.put(PinReference.FORM_INPUT, left(card, PinReference.FORM_INPUT));
        return new CardSight.Usable(fingerprint(der), tries);
    }

    /** The chain says whose card it is: both names and the signature between them. */
    private static boolean isOfTest(JpkiCertificate certificate, CaCertificate authority) {
        return certificate.hierarchy() == Hierarchy.TEST
                && authority.hierarchy() == Hierarchy.TEST
                && certificate.isIssuedBy(authority);
    }

    /** So does the key that certified the municipality; a card of login alone has none. */
    private static boolean isOfTest(MyNumberCard card) {
        try {
            return card.profile().issuerCertificate().issuer().isTest();
        } catch (ApplicationMissing loginAlone) {
            return true;
        }
    }

    private static int left(MyNumberCard card, PinReference reference) {
        return switch (card.tries(reference)) {
            case Tries.Left(int left, int _) -> left;
            case Tries.Blocked _, Tries.Absent _, Tries.Unlimited _ -> 0;
        };
    }

    /** Lets a card sign. Where items are wanted too, they come first: nothing is signed in vain. */
    public WorkOutcome work(CardPlace place, CardWork work) {
        try (MyNumberCard card = MyNumberCard.over(table.open(place))) {
            return work(card, work);
        } catch (CardConnectionLost | NoReader | NoCard moved) {
            return new WorkOutcome.Moved();
        } catch (MynaException other) {
            return new WorkOutcome.NotUsable();
        }
    }

    private static WorkOutcome work(MyNumberCard card, CardWork work) {
        byte[] certificate = card.jpki().certificate(KEY);
        if (!fingerprint(certificate).equals(work.fingerprint())) {
            return new WorkOutcome.OtherCard();
        }
        Optional<ItemsProof> proof = Optional.empty();
        if (work.items().isPresent()) {
            CardWork.Items items = work.items().get();
            PinReference reference = PinReference.FORM_INPUT;
            PinCheck check = card.profile().verify(items.pin(), work.lastTry(reference));
            if (!(check instanceof PinCheck.Accepted)) {
                return new WorkOutcome.NotOpened(reference, check);
            }
            proof = Optional.of(card.profile().proveItems(items.message()));
        }
        PinReference reference = PinReference.USER_AUTHENTICATION;
        PinCheck check = card.jpki().verify(KEY, work.pin(), work.lastTry(reference));
        if (!(check instanceof PinCheck.Accepted)) {
            return new WorkOutcome.NotOpened(reference, check);
        }
        return new WorkOutcome.Done(certificate, card.jpki().sign(KEY, work.digestInfo()), proof);
    }

    private static String fingerprint(byte[] certificate) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
