package org.openmyna.card.reader;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardConnectionLost;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;

/**
 * One card and which application is selected on it. Every selection has a number of its own, so
 * that a client sees when its application was selected by somebody else in between.
 */
final class CardSession {
    private static final int LONGEST_ANSWER = 0x10000;

    private final CardChannel channel;
    private ReadSize readSize;
    private long selection;
    private @Nullable CardApplication current;
    private boolean closed;

    CardSession(CardChannel channel, ReadSize readSize) {
        this.channel = channel;
        this.readSize = readSize;
    }

    /** Selects an application by its name and returns the number of this selection. */
    long select(CardApplication application) {
        current = null;
        selection++;
        StatusWord status =
                send(CommandApdu.of(0x00, 0xA4, 0x04, 0x0C, application.aid())).statusWord();
        if (!status.isOk()) {
            if (status.isTerminated()) throw new CardTerminated(status);
            if (application == CardApplication.JPKI) throw new NotAMyNumberCard(status);
            throw new ApplicationMissing(application, status);
        }
        current = application;
        return selection;
    }

    boolean isSelected(CardApplication application, long number) {
        return current == application && selection == number;
    }

    /** Whether reads may ask for more than 256 bytes. */
    ReadSize readSize() {
        return readSize;
    }

    /** This reader or card takes no extended command: never again in this session. */
    void extendedIsRefused() {
        readSize = ReadSize.SHORT;
    }

    byte[] atr() {
        return channel.atr();
    }

    void close() {
        closed = true;
        current = null;
        channel.close();
    }

    /**
     * Sends a command and brings the whole answer: {@code 6Cxx} repeats it with the length that the
     * card names, {@code 61xx} fetches the rest with GET RESPONSE (ISO/IEC 7816-4:2020, 5.3.4).
     */
    ResponseApdu send(CommandApdu command) {
        ResponseApdu answer = transmit(command);
        if (command.expected() > 0 && sw1(answer) == 0x6C) {
            answer = transmit(with(command, exact(answer)));
        }
        if (sw1(answer) != 0x61) return answer;
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(answer.data());
        for (int pieces = 1; ; pieces++) {
            Dribble.check("GET RESPONSE", pieces, whole.size());
            if (whole.size() > LONGEST_ANSWER) throw new AnswerEndless("GET RESPONSE");
            answer = transmit(getResponse(exact(answer)));
            if (sw1(answer) == 0x6C) answer = transmit(getResponse(exact(answer)));
            whole.writeBytes(answer.data());
            if (sw1(answer) != 0x61) {
                return new ResponseApdu(whole.toByteArray(), answer.statusWord());
            }
        }
    }

    private ResponseApdu transmit(CommandApdu command) {
        if (closed) throw new CardConnectionLost("the card was given back", null);
        try {
            return channel.transmit(command);
        } catch (CardConnectionLost lost) {
            current = null;
            throw lost;
        }
    }

    private static CommandApdu with(CommandApdu command, int expected) {
        return new CommandApdu(
                command.cla(), command.ins(), command.p1(), command.p2(), command.data(), expected);
    }

    private static CommandApdu getResponse(int expected) {
        return new CommandApdu(0x00, 0xC0, 0x00, 0x00, new byte[0], expected);
    }

    private static int sw1(ResponseApdu answer) {
        return answer.statusWord().value() >> 8;
    }

    private static int exact(ResponseApdu answer) {
        int length = answer.statusWord().value() & 0xFF;
        return length == 0 ? CommandApdu.SHORT_MAXIMUM : length;
    }
}
