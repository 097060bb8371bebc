package org.openmyna.card.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;

/** Plays a recorded conversation: each command must be the recorded one, byte for byte. */
final class RecordedCard implements CardChannel {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Deque<String[]> lines = new ArrayDeque<>();

    /** Takes lines of the form {@code 00A4040C0A… > 9000}; blanks do not count. */
    static RecordedCard of(String conversation) {
        var card = new RecordedCard();
        conversation
                .lines()
                .map(line -> line.replaceAll("\\s", ""))
                .filter(line -> !line.isEmpty())
                .forEach(line -> card.lines.add(line.split(">")));
        return card;
    }

    @Override
    public ResponseApdu transmit(CommandApdu command) {
        String[] expected = lines.remove();
        assertThat(HEX.formatHex(command.bytes())).isEqualTo(expected[0]);
        return ResponseApdu.parse(HEX.parseHex(expected[1]));
    }

    void isPlayedToTheEnd() {
        assertThat(lines).isEmpty();
    }

    @Override
    public byte[] atr() {
        return HEX.parseHex("3BE000FF8131FE4514");
    }

    @Override
    public void close() {}
}
