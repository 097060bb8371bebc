package org.openmyna.card.reader;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;

/** A card put together from a recording: selection, files, and answers to everything else. */
final class RecordedCardAnswers implements CardChannel {
    /** Selected application and file, by the bytes of their SELECT. */
    private record Place(String application, String file) {}

    private record Question(Place place, String command) {}

    private final byte[] atr;
    private final Map<Place, RecordedFile> files = new HashMap<>();
    private final Map<Question, Deque<RecordedExchange>> answers = new HashMap<>();
    private Place current = new Place("", "");

    RecordedCardAnswers(RecordedSession session) {
        atr = session.atr();
        for (RecordedExchange exchange : session.exchanges()) learn(exchange);
        current = new Place("", "");
    }

    private void learn(RecordedExchange exchange) {
        CommandApdu command = exchange.command();
        ResponseApdu answer = exchange.answer();
        if (isRead(command) && isGood(answer) && !exchange.answerHidden()) {
            files.computeIfAbsent(current, place -> new RecordedFile())
                    .learn(offset(command), command.expected(), answer);
            return;
        }
        answers.computeIfAbsent(question(command), asked -> new ArrayDeque<>()).add(exchange);
        follow(command, answer);
    }

    @Override
    public ResponseApdu transmit(CommandApdu command) {
        RecordedFile file = files.get(current);
        if (isRead(command) && file != null) {
            return file.read(offset(command), command.expected());
        }
        Deque<RecordedExchange> known = answers.get(question(command));
        if (known == null) return status(unknown(command));
        RecordedExchange exchange = known.size() > 1 ? known.remove() : known.element();
        follow(command, exchange.answer());
        return exchange.replay();
    }

    private void follow(CommandApdu command, ResponseApdu answer) {
        if (!isSelect(command) || !isGood(answer)) return;
        String name = HexFormat.of().formatHex(command.data());
        current = command.p1() == 0x04 ? new Place(name, "") : new Place(current.application, name);
    }

    /** SELECT is the same with and without FCI; of VERIFY and its like the length counts. */
    private Question question(CommandApdu command) {
        if (isSelect(command)) {
            String name = HexFormat.of().formatHex(command.data());
            Place from =
                    command.p1() == 0x04 ? new Place("", "") : new Place(current.application, "");
            return new Question(from, "SELECT " + command.p1() + " " + name);
        }
        return new Question(current, command.toString());
    }

    private static StatusWord unknown(CommandApdu command) {
        return switch (CommandKind.of(command)) {
            case SELECT -> StatusWord.FILE_NOT_FOUND;
            case READ_BINARY -> StatusWord.SECURITY_NOT_SATISFIED;
            case READ_RECORD -> StatusWord.RECORD_NOT_FOUND;
            case GET_DATA -> StatusWord.DATA_NOT_FOUND;
            default -> StatusWord.UNKNOWN_INSTRUCTION;
        };
    }

    private static boolean isSelect(CommandApdu command) {
        return CommandKind.of(command) == CommandKind.SELECT;
    }

    /** With the offset in P1 and P2; a short identifier is answered as it was recorded. */
    private static boolean isRead(CommandApdu command) {
        return CommandKind.of(command) == CommandKind.READ_BINARY && command.p1() < 0x80;
    }

    private static int offset(CommandApdu command) {
        return command.p1() << 8 | command.p2();
    }

    private static boolean isGood(ResponseApdu answer) {
        return answer.isOk() || answer.statusWord().equals(StatusWord.END_OF_FILE);
    }

    private static ResponseApdu status(StatusWord status) {
        return new ResponseApdu(new byte[0], status);
    }

    @Override
    public byte[] atr() {
        return atr.clone();
    }

    @Override
    public void close() {}
}
