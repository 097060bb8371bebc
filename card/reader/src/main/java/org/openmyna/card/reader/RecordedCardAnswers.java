package org.openmyna.card.reader;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;

/**
 * A card put together from a recording: selection, files, and answers to everything else. A file
 * that was spoken to by its short identifier can be selected, and the other way round.
 */
final class RecordedCardAnswers implements CardChannel {
    /** Selected application and file, as hexadecimal digits. */
    private record Place(String application, String file) {
        private static final Place START = new Place("", "");

        private Place with(int shortId) {
            return new Place(application, "%04X".formatted(shortId));
        }
    }

    private record Question(Place place, String command) {}

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final byte[] atr;
    private final Map<Place, RecordedFile> files = new HashMap<>();
    private final Set<Place> places = new HashSet<>();
    private final Map<Question, Deque<RecordedExchange>> answers = new HashMap<>();
    private Place current = Place.START;

    RecordedCardAnswers(RecordedSession session) {
        atr = session.atr();
        for (RecordedExchange exchange : session.exchanges()) learn(exchange);
        current = Place.START;
    }

    private void learn(RecordedExchange exchange) {
        CommandApdu command = exchange.command();
        ResponseApdu answer = exchange.answer();
        Place place = place(command);
        if (isRead(command) && isGood(answer) && !exchange.answerHidden()) {
            files.computeIfAbsent(place, here -> new RecordedFile())
                    .learn(offset(command), command.expected(), answer);
        } else {
            answers.computeIfAbsent(question(command), asked -> new ArrayDeque<>()).add(exchange);
        }
        if (isGood(answer)) places.add(place);
        follow(command, answer);
    }

    @Override
    public ResponseApdu transmit(CommandApdu command) {
        RecordedFile file = files.get(place(command));
        if (isRead(command) && file != null) {
            ResponseApdu answer = file.read(offset(command), command.expected());
            follow(command, answer);
            return answer;
        }
        Deque<RecordedExchange> known = answers.get(question(command));
        if (known == null) {
            ResponseApdu answer = new ResponseApdu(new byte[0], guess(command));
            follow(command, answer);
            return answer;
        }
        RecordedExchange exchange = known.size() > 1 ? known.remove() : known.element();
        follow(command, exchange.answer());
        return exchange.replay();
    }

    private void follow(CommandApdu command, ResponseApdu answer) {
        if (isGood(answer)) current = place(command);
    }

    /** What a command speaks to: after it worked, that is selected. */
    private Place place(CommandApdu command) {
        if (CommandKind.of(command) == CommandKind.SELECT) {
            String name = HEX.formatHex(command.data());
            return command.p1() == 0x04
                    ? new Place(name, "")
                    : new Place(current.application, name);
        }
        OptionalInt shortId = CommandKind.shortId(command);
        return shortId.isPresent() ? current.with(shortId.getAsInt()) : current;
    }

    /** SELECT is the same with and without FCI; of VERIFY and its like the length counts. */
    private Question question(CommandApdu command) {
        Place place = place(command);
        return switch (CommandKind.of(command)) {
            case SELECT -> new Question(place, "SELECT " + command.p1());
            case READ_RECORD -> new Question(place, "READ RECORD " + command.p1());
            case VERIFY, SIGN, CHANGE_REFERENCE_DATA, CHANGE_KEY ->
                    new Question(
                            place,
                            "%02X %02X %d"
                                    .formatted(command.ins(), command.p1(), command.data().length));
            default -> new Question(place, command.toString());
        };
    }

    private StatusWord guess(CommandApdu command) {
        return switch (CommandKind.of(command)) {
            case SELECT ->
                    places.contains(place(command)) ? StatusWord.OK : StatusWord.FILE_NOT_FOUND;
            case READ_BINARY -> StatusWord.SECURITY_NOT_SATISFIED;
            case READ_RECORD -> StatusWord.RECORD_NOT_FOUND;
            case GET_DATA -> StatusWord.DATA_NOT_FOUND;
            default -> StatusWord.UNKNOWN_INSTRUCTION;
        };
    }

    private static boolean isRead(CommandApdu command) {
        return CommandKind.of(command) == CommandKind.READ_BINARY;
    }

    private static int offset(CommandApdu command) {
        return command.p1() >= 0x80 ? command.p2() : command.p1() << 8 | command.p2();
    }

    private static boolean isGood(ResponseApdu answer) {
        return answer.isOk() || answer.statusWord().equals(StatusWord.END_OF_FILE);
    }

    @Override
    public byte[] atr() {
        return atr.clone();
    }

    @Override
    public void close() {}
}
