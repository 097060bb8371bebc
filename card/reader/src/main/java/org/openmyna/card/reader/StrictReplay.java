package org.openmyna.card.reader;

import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;

/** Plays a recording in its order and nothing else. */
final class StrictReplay implements CardChannel {
    private final RecordedSession session;
    private int played;

    StrictReplay(RecordedSession session) {
        this.session = session;
    }

    @Override
    public ResponseApdu transmit(CommandApdu command) {
        if (played == session.length()) {
            throw new RecordingDiffers(played + 1, command.toString(), "at its end");
        }
        RecordedExchange next = session.exchanges().get(played++);
        if (!next.isAskedBy(command)) {
            throw new RecordingDiffers(played, command.toString(), next.command().toString());
        }
        return next.replay();
    }

    @Override
    public byte[] atr() {
        return session.atr();
    }

    @Override
    public void close() {}
}
