package org.openmyna.card.issuer;

import java.security.SecureRandom;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.kernel.Pin;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.trust.authority.CertificationAuthority;

/**
 * Makes cards: the municipal counter's terminal and J-LIS's production in one. For cards in use see
 * {@link IssuerDesk}.
 */
public final class CardIssuer {
    private final Certificates certificates;
    private final IssuerKeys keys;
    private final SecureRandom random;

    /**
     * @param random draws card numbers, security codes and challenges
     */
    public CardIssuer(
            CertificationAuthority signatureCa,
            CertificationAuthority userAuthenticationCa,
            IssuerKeys keys,
            SecureRandom random) {
        this.certificates = new Certificates(signatureCa, userAuthenticationCa, keys);
        this.keys = keys;
        this.random = random;
    }

    /**
     * Personalises a blank card and closes it. Its certificates become active then, and those that
     * the person had on an earlier card are revoked as superseded. What an interrupted
     * personalisation of the same person left is discarded.
     *
     * @param blank a channel to a card in the state BLANK, from its reset on
     * @param fourDigits all three PINs of four digits
     * @throws CardNotBlank if the card was personalised before; nothing was issued (MYNA-ISS-001)
     * @throws PersonalisationRefused if the card refused a step; what was issued is discarded
     *     (MYNA-ISS-002)
     * @throws CardNotAsWritten if the card does not hold what was written; likewise (MYNA-ISS-003)
     */
    public IssuedCard personalise(
            CardChannel blank, Applicant applicant, Pin fourDigits, Pin signaturePassword) {
        return personalise(blank, applicant, CardPins.same(fourDigits, signaturePassword));
    }

    /**
     * The same without a signature certificate: for whoever is under 15, or does not want one. The
     * signature password of such a card is locked from the start.
     */
    public IssuedCard personaliseForLoginOnly(
            CardChannel blank, Applicant applicant, Pin fourDigits) {
        return personalise(blank, applicant, CardPins.loginOnly(fourDigits));
    }

    /** The same with a PIN of its own for each application, or without PINs. */
    public IssuedCard personalise(CardChannel blank, Applicant applicant, CardPins pins) {
        var code = new SecurityCode("%04d".formatted(random.nextInt(10_000)));
        return personalise(blank, applicant, pins, CardNumber.draw(random), code);
    }

    /** The same with a number and a security code that are printed already. */
    public IssuedCard personalise(
            CardChannel blank,
            Applicant applicant,
            CardPins pins,
            CardNumber number,
            SecurityCode code) {
        return finish(blank, applicant, pins, number, code).deliver();
    }

    /** The same up to the closing of the card, for whoever has to put it somewhere first. */
    public FinishedCard finish(CardChannel blank, Applicant applicant, CardPins pins) {
        var code = new SecurityCode("%04d".formatted(random.nextInt(10_000)));
        return finish(blank, applicant, pins, CardNumber.draw(random), code);
    }

    private FinishedCard finish(
            CardChannel blank,
            Applicant applicant,
            CardPins pins,
            CardNumber number,
            SecurityCode code) {
        return new Personalisation(certificates, keys, random, blank, applicant, pins, number, code)
                .run();
    }
}
