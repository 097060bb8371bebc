package org.openmyna.interop;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openmyna.card.chip.InsertedCard;

/** A card whose conversation is written down, and whose ATR may be another one. */
record OverheardCard(InsertedCard card, String atrHex, List<Exchange> exchanges)
        implements InsertedCard {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    record Exchange(String command, String statusWord) {}

    OverheardCard(InsertedCard card) {
        this(card, HEX.formatHex(card.atr()));
    }

    OverheardCard(InsertedCard card, String atrHex) {
        this(card, atrHex, new CopyOnWriteArrayList<>());
    }

    @Override
    public byte[] atr() {
        return HEX.parseHex(atrHex);
    }

    @Override
    public void powerOn() {
        card.powerOn();
    }

    @Override
    public void powerOff() {
        card.powerOff();
    }

    @Override
    public void reset() {
        card.reset();
    }

    @Override
    public byte[] transmit(byte[] command) {
        byte[] response = card.transmit(command);
        byte[] statusWord = Arrays.copyOfRange(response, response.length - 2, response.length);
        exchanges.add(new Exchange(HEX.formatHex(command), HEX.formatHex(statusWord)));
        return response;
    }
}
