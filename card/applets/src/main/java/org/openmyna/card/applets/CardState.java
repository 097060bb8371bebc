package org.openmyna.card.applets;

import javacard.framework.AID;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;

/**
 * What an application knows about the card around it. It asks the issuer security domain each time
 * and keeps no answer. Without a domain to ask, the card counts as closed.
 */
final class CardState {

    private final byte[] issuerSecurityDomain = {(byte) 0xA0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00};

    /** A terminated card answers one thing only, also to its SELECT. */
    void requireNotTerminated() {
        CardLifeCycle card = lifeCycle();
        if (card == null) {
            return;
        }
        byte state = card.state();
        // A byte that is no state at all is no reason to go on.
        if (state != CardLifeCycle.BLANK && state != CardLifeCycle.PERSONALISED) {
            ISOException.throwIt(StatusWord.TERMINATED);
        }
    }

    boolean isBlank() {
        CardLifeCycle card = lifeCycle();
        return card != null && card.state() == CardLifeCycle.BLANK;
    }

    /** Personalisation commands end with the life-cycle state BLANK. */
    void requireBlank() {
        if (!isBlank()) {
            ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
    }

    /** The end of this card; does not return. */
    void attackDetected() {
        CardLifeCycle card = lifeCycle();
        if (card != null) {
            card.attackDetected();
        }
        ISOException.throwIt(StatusWord.TERMINATED);
    }

    boolean isIssuerSecurityDomain(AID client) {
        return client != null
                && client.equals(
                        issuerSecurityDomain, (short) 0, (byte) issuerSecurityDomain.length);
    }

    private CardLifeCycle lifeCycle() {
        AID domain =
                JCSystem.lookupAID(
                        issuerSecurityDomain, (short) 0, (byte) issuerSecurityDomain.length);
        return domain == null
                ? null
                : (CardLifeCycle)
                        JCSystem.getAppletShareableInterfaceObject(domain, CardLifeCycle.PARAMETER);
    }
}
