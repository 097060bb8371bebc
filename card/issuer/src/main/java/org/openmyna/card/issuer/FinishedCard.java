package org.openmyna.card.issuer;

/**
 * A card that is closed and holds its certificates, which nobody believes yet. Whoever keeps the
 * card puts it in its place first and delivers it then: a kill in between leaves requests that are
 * written and not active ({@code CertificationAuthority.unfinished}), never a certificate that is
 * good without a card.
 */
public final class FinishedCard {
    private final IssuedCard card;
    private final Runnable delivery;
    private final Runnable discarding;

    FinishedCard(IssuedCard card, Runnable delivery, Runnable discarding) {
        this.card = card;
        this.delivery = delivery;
        this.discarding = discarding;
    }

    public IssuedCard card() {
        return card;
    }

    /** Its certificates are good from now on; may be repeated. */
    public IssuedCard deliver() {
        delivery.run();
        return card;
    }

    /** Its certificates will never be good; whoever keeps the card throws it away. */
    public void discard() {
        discarding.run();
    }
}
