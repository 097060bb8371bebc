package org.openmyna.card.chip;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A card of a few words that notes what it felt. */
class NotedCard implements InsertedCard {
    static final String ATR = "3BE000FF8131FE4514";

    final List<String> notes = new CopyOnWriteArrayList<>();

    @Override
    public byte[] atr() {
        return HexFormat.of().parseHex(ATR);
    }

    @Override
    public void powerOn() {
        notes.add("power on");
    }

    @Override
    public void powerOff() {
        notes.add("power off");
    }

    @Override
    public void reset() {
        notes.add("reset");
    }

    @Override
    public byte[] transmit(byte[] command) {
        notes.add(ScriptedReader.HEX.formatHex(command));
        return new byte[] {0x6A, (byte) 0x82};
    }
}
