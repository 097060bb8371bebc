package org.openmyna.card.reader;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;

/**
 * One command and its answer in a recording, in the notation of the reference: rows of hexadecimal
 * bytes, with {@code (n)} for n bytes that are not recorded.
 *
 * @param command hidden data are zeros
 * @param answer hidden data are zeros
 */
record RecordedExchange(
        CommandApdu command, boolean dataHidden, ResponseApdu answer, boolean answerHidden) {
    private static final Pattern HIDDEN = Pattern.compile("\\(([0-9]{1,5})\\)");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** The row after {@code >}: header, Lc, data, Le. */
    static String command(String header, TracedBytes data, int expected) {
        boolean extended = data.length() > 0xFF || expected > CommandApdu.SHORT_MAXIMUM;
        var row = new StringBuilder(header);
        if (extended) row.append(" 00");
        if (data.length() > 0) {
            row.append(' ').append((extended ? "%04X" : "%02X").formatted(data.length()));
            row.append(' ').append(bytes(data));
        }
        if (expected > 0) {
            row.append(' ').append((extended ? "%04X" : "%02X").formatted(le(expected, extended)));
        }
        return row.toString();
    }

    /** The row after {@code <}: data, status word. */
    static String answer(TracedBytes data, StatusWord status) {
        return data.length() == 0 ? status.toString() : bytes(data) + " " + status;
    }

    private static String bytes(TracedBytes data) {
        return data.hex().orElse("(" + data.length() + ")");
    }

    private static int le(int expected, boolean extended) {
        return extended ? expected & 0xFFFF : expected & 0xFF;
    }

    static RecordedExchange parse(int line, String command, String answer) {
        byte[] sent = row(line, command);
        byte[] came = row(line, answer);
        return new RecordedExchange(
                CommandApdu.parse(sent),
                HIDDEN.matcher(command).find(),
                ResponseApdu.parse(came),
                HIDDEN.matcher(answer).find());
    }

    private static byte[] row(int line, String text) {
        Matcher hidden = HIDDEN.matcher(text);
        if (hidden.results().mapToLong(RecordedExchange::count).sum() > 0x10000) {
            throw new RecordingMalformed(line, "more bytes than an APDU holds");
        }
        String hex = hidden.replaceAll(n -> "00".repeat(count(n)));
        try {
            return HEX.parseHex(hex.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notHex) {
            throw new RecordingMalformed(line, "not a row of hexadecimal bytes");
        }
    }

    private static int count(MatchResult hidden) {
        return Integer.parseInt(hidden.group(1));
    }

    /** Whether this is the recorded command; hidden data count by their length. */
    boolean isAskedBy(CommandApdu asked) {
        if (!dataHidden) return command.equals(asked);
        return command.cla() == asked.cla()
                && command.ins() == asked.ins()
                && command.p1() == asked.p1()
                && command.p2() == asked.p2()
                && command.expected() == asked.expected()
                && command.data().length == asked.data().length;
    }

    /** The recorded answer, unless it was not recorded. */
    ResponseApdu replay() {
        if (answerHidden) throw new RecordingHidesIt(command.toString());
        return answer;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedExchange that
                && command.equals(that.command)
                && answer.equals(that.answer)
                && dataHidden == that.dataHidden
                && answerHidden == that.answerHidden;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {command, answer});
    }
}
