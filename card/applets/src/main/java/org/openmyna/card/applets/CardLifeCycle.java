package org.openmyna.card.applets;

import javacard.framework.Shareable;

/**
 * The life-cycle state of the whole card, which the issuer security domain tells everybody who
 * asks.
 */
public interface CardLifeCycle extends Shareable {

    /** The parameter with which the issuer security domain hands out this object. */
    byte PARAMETER = (byte) 0x00;

    /** Fresh from the factory: files, keys and PINs may be set without any authentication. */
    byte BLANK = (byte) 0x01;

    /** In the hands of its holder: personalisation is over and cannot come back. */
    byte PERSONALISED = (byte) 0x0F;

    /** Out of use for ever. */
    byte TERMINATED = (byte) 0x7F;

    /** BLANK, PERSONALISED or TERMINATED. */
    byte state();

    /**
     * Somebody attacks this card: a sensor of the chip, or a private key operation that came out
     * wrong. The card goes out of use for ever, and then its keys and PINs are erased. If power
     * fails meanwhile, the erasure goes on at the next power-on.
     */
    void attackDetected();
}
