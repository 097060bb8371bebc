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

    FinishedCard(IssuedCard card, Runnable delivery) {
        this.card = card;
        this.delivery = delivery;
    }

    public IssuedCard card() {
        return card;
    }

    /** Its certificates are good from now on; may be repeated. */
    public IssuedCard deliver() {
        delivery.run();
        return card;
    }
}
