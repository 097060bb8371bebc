package org.openmyna.card.chip;

/**
 * A card as a reader sees it: contacts that give power, a reset line, and bytes to and fro. The
 * reader calls from one thread at a time.
 */
public interface InsertedCard {
    /** Answer to reset, 2 to 33 bytes; also asked while the card has no power. */
    byte[] atr();

    /** Power comes: a cold reset. */
    void powerOn();

    /** Power goes: verified PINs and everything transient are gone. */
    void powerOff();

    /** Warm reset under power. */
    void reset();

    /**
     * One command and its answer.
     *
     * @param command whatever a program sent, well-formed or not
     * @return response data followed by the two bytes of the status word
     */
    byte[] transmit(byte[] command);
}
