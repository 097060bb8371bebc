package org.openmyna.card.chip;

import java.io.IOException;

/** One stay of the card in the slot, from the first message of the reader to the last. */
final class SlotStay implements AutoCloseable {
    /**
     * pcscd that sees a card come asks for the ATR twice and then gives power. One that missed a
     * change of cards goes on asking; it must see the slot empty.
     */
    private static final int ASKED_WITHOUT_POWER = 3;

    private static final byte[] NO_PRECISE_DIAGNOSIS = {0x6F, 0x00};

    private final InsertedCard card;
    private final VpcdConnection reader;
    private final VirtualReader.Listener listener;
    private boolean powered;
    private boolean everPowered;
    private boolean inUse;
    private int asked;

    SlotStay(InsertedCard card, VpcdConnection reader, VirtualReader.Listener listener) {
        this.card = card;
        this.reader = reader;
        this.listener = listener;
    }

    /** Answers one message of the reader. */
    void serve(byte[] message) throws IOException {
        if (message.length > 1) {
            answer(message);
            return;
        }
        switch (message[0]) {
            case 0 -> losePower();
            case 1 -> givePower();
            case 2 -> resetOrGivePower();
            case 4 -> giveAtr();
            default -> answer(message); // a program's command of one byte
        }
    }

    /** The reader gave power and got an answer under power. */
    boolean inUse() {
        return inUse;
    }

    /** The reader sees a card, but not that it is another one than before. */
    boolean changeWasMissed() {
        return !everPowered && asked >= ASKED_WITHOUT_POWER;
    }

    /** The card loses its power. */
    @Override
    public void close() {
        losePower();
    }

    private void giveAtr() throws IOException {
        asked++;
        reader.send(card.atr());
        inUse |= powered;
    }

    private void answer(byte[] command) throws IOException {
        if (!powered) {
            // The reader missed that the card was away. Going away for longer makes it see.
            throw new IOException("command to a card without power");
        }
        reader.send(response(command));
        inUse = true;
    }

    private byte[] response(byte[] command) {
        try {
            byte[] response = card.transmit(command);
            return response.length <= VpcdConnection.LONGEST_MESSAGE
                    ? response
                    : NO_PRECISE_DIAGNOSIS;
        } catch (RuntimeException failed) { // a fault of the card must not silence the reader
            listener.cardFailed(failed);
            return NO_PRECISE_DIAGNOSIS;
        }
    }

    private void givePower() {
        losePower();
        card.powerOn();
        powered = true;
        everPowered = true;
    }

    private void resetOrGivePower() {
        if (powered) {
            card.reset();
        } else {
            givePower();
        }
    }

    private void losePower() {
        if (powered) {
            powered = false;
            card.powerOff();
        }
    }
}
