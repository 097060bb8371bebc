package org.openmyna.card.issuer;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javacard.framework.Applet;
import org.openmyna.card.applets.CardFaceApplication;
import org.openmyna.card.applets.CommonApplication;
import org.openmyna.card.applets.FormInputApplication;
import org.openmyna.card.applets.IssuerSecurityDomain;
import org.openmyna.card.applets.JpkiApplication;
import org.openmyna.card.applets.JukiApplication;
import org.openmyna.card.javacard.AppletModule;
import org.openmyna.card.javacard.CardRuntime;
import org.openmyna.card.javacard.Host;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.PowerLoss;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardConnectionLost;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;

/** The real applications over a memory whose power can be cut before any write. */
final class SoftCard implements CardChannel {
    private static final List<AppletModule> APPLICATIONS =
            List.of(
                    module(CardApplication.ISSUER_SECURITY_DOMAIN, IssuerSecurityDomain.class),
                    module(CardApplication.JPKI, JpkiApplication.class),
                    module(CardApplication.FORM_INPUT, FormInputApplication.class),
                    module(CardApplication.CARD_FACE, CardFaceApplication.class),
                    module(CardApplication.JUKI, JukiApplication.class),
                    module(CardApplication.COMMON, CommonApplication.class));

    private final CardMemory memory;
    private final CardRuntime runtime;
    private long commitFrom;
    private long commitTo;

    private SoftCard(CardMemory memory, CardRuntime runtime) {
        this.memory = memory;
        this.runtime = runtime;
    }

    static SoftCard blank(Town town) {
        CardMemory memory = CardMemory.inMemory(96 * 1024);
        return new SoftCard(memory, CardRuntime.install(memory, APPLICATIONS, host(town)));
    }

    /** Power on with a copy of this image. */
    static SoftCard of(Town town, byte[] image) {
        CardMemory memory = CardMemory.inMemory(image);
        return new SoftCard(memory, CardRuntime.powerOn(memory, APPLICATIONS, host(town)));
    }

    private static Host host(Town town) {
        return new Host(town.pairs, town.random, Optional.empty());
    }

    private static AppletModule module(CardApplication name, Class<? extends Applet> applet) {
        return new AppletModule(name.aid(), applet, new byte[0]);
    }

    /** What the memory holds now, as after a sudden loss of power. */
    byte[] image() {
        return memory.copy();
    }

    long writes() {
        return memory.writes();
    }

    void cutPowerAfter(long writes) {
        memory.cutPowerAfter(writes);
    }

    /** Number of writes before COMMIT, and after it. */
    long[] commit() {
        return new long[] {commitFrom, commitTo};
    }

    @Override
    public ResponseApdu transmit(CommandApdu command) {
        boolean commit = command.cla() == 0x84 && command.ins() == 0xEE && command.p1() == 1;
        if (commit) commitFrom = memory.writes();
        try {
            ResponseApdu answer = ResponseApdu.parse(runtime.transmit(command.bytes()));
            if (commit) commitTo = memory.writes();
            return answer;
        } catch (PowerLoss cut) {
            throw new CardConnectionLost("no power", null);
        }
    }

    @Override
    public byte[] atr() {
        return HexFormat.of().parseHex("3BE000FF8131FE4514");
    }

    @Override
    public void close() {
        runtime.reset();
    }
}
