package org.openmyna.card.reader;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.protocol.ApduMalformed;
import org.openmyna.card.protocol.CardChannel;

/**
 * A conversation with a card as a text that people can read and tests can play again.
 *
 * <pre>
 * # SELECT (form input): 9000 done [reference 4.1]
 * &gt; 00A4040C 0A D3921000310001010408
 * &lt; 9000
 * # VERIFY 0011 form input PIN (form input), 4 bytes hidden, tries 3: 9000 done [reference 4.2]
 * &gt; 00200080 04 (4)
 * &lt; 9000
 * </pre>
 *
 * Bytes are hexadecimal, blanks do not count, {@code (4)} stands for four bytes that were not
 * recorded, lines with {@code #} are remarks, and {@code atr} may stand before the first command.
 */
public final class RecordedSession {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final byte[] atr;
    private final List<RecordedExchange> exchanges;

    private RecordedSession(byte[] atr, List<RecordedExchange> exchanges) {
        this.atr = atr.clone();
        this.exchanges = List.copyOf(exchanges);
    }

    /**
     * Writes down what passes through a channel from now on, with the rules of {@link
     * ExplainedTrace}; its events are the remarks.
     *
     * @param text gets the recording, whole lines at a time
     */
    public static CardChannel record(
            CardChannel channel, TraceContents contents, StringBuilder text) {
        text.append("atr ").append(HEX.formatHex(channel.atr())).append('\n');
        return ExplainedTrace.over(channel, contents, event -> text.append(entry(event)), () -> 0);
    }

    private static String entry(TraceEvent event) {
        String remark = TraceText.remark(event);
        if (event.lost()) return "# " + remark + "\n";
        return "# %s\n> %s\n< %s\n"
                .formatted(
                        remark,
                        RecordedExchange.command(event.header(), event.data(), event.expected()),
                        RecordedExchange.answer(event.answer(), event.status()));
    }

    /**
     * Reads a recording.
     *
     * @throws RecordingMalformed if a line is none of one (MYNA-CRD-065)
     */
    public static RecordedSession parse(String text) {
        byte[] atr = {};
        var exchanges = new ArrayList<RecordedExchange>();
        @Nullable String asked = null;
        int number = 0;
        for (String written : text.lines().toList()) {
            number++;
            String line = written.strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            if (line.startsWith("atr ") && exchanges.isEmpty() && asked == null) {
                atr = atr(number, line.substring(4));
            } else if (line.startsWith(">") && asked == null) {
                asked = line.substring(1);
            } else if (line.startsWith("<") && asked != null) {
                exchanges.add(exchange(number, asked, line.substring(1)));
                asked = null;
            } else {
                throw new RecordingMalformed(number, "expected > and < by turns");
            }
        }
        if (asked != null) throw new RecordingMalformed(number, "the last command has no answer");
        return new RecordedSession(atr, exchanges);
    }

    private static byte[] atr(int number, String hex) {
        try {
            return HEX.parseHex(hex.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notHex) {
            throw new RecordingMalformed(number, "the ATR is not a row of hexadecimal bytes");
        }
    }

    private static RecordedExchange exchange(int number, String command, String answer) {
        try {
            return RecordedExchange.parse(number, command, answer);
        } catch (ApduMalformed noApdu) {
            throw new RecordingMalformed(number, "no command or no answer");
        }
    }

    /** How many commands were recorded. */
    public int length() {
        return exchanges.size();
    }

    byte[] atr() {
        return atr.clone();
    }

    List<RecordedExchange> exchanges() {
        return exchanges;
    }

    /**
     * Plays the conversation again, command for command: each must be the recorded one, hidden data
     * excepted, where the length must fit.
     *
     * <p>Its {@code transmit} throws {@link RecordingDiffers} (MYNA-CRD-066) at the first other
     * command and {@link RecordingHidesIt} (MYNA-CRD-067) where the answer was not recorded.
     */
    public CardChannel replay() {
        return new StrictReplay(this);
    }

    /**
     * A card that answers like the recorded one in any order: it knows the files as far as they
     * were read, whatever pieces they are asked for in; the tries as they were last told; and the
     * answers to all other commands, one after the other, the last one for ever. It checks no PIN.
     */
    public CardChannel asCard() {
        return new RecordedCardAnswers(this);
    }
}
