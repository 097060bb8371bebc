package org.openmyna.card.protocol;

/** A way to one card: a real reader or a virtual card. Not for use by several threads at once. */
public interface CardChannel extends AutoCloseable {
    /**
     * Sends one command and waits for the answer.
     *
     * @throws CardConnectionLost if the card or the reader went away
     */
    ResponseApdu transmit(CommandApdu command);

    /** Answer to reset, with its initial TS byte. */
    byte[] atr();

    /** Gives the card back; what was verified on it is forgotten. */
    @Override
    void close();
}
