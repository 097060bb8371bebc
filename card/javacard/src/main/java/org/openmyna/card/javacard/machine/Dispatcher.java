package org.openmyna.card.javacard.machine;

import java.util.function.Supplier;
import javacard.framework.AID;
import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Shareable;
import javacardx.apdu.ExtendedLength;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.nvm.Clearing;
import org.openmyna.card.nvm.Nvm;

/**
 * Which applet is selected and which one runs: takes a command to an applet and turns whatever
 * happens there into a status word. Lives from one reset to the next.
 *
 * <p>Nothing here catches {@link org.openmyna.card.nvm.PowerLoss}.
 */
final class Dispatcher {
    private static final int NOBODY = -1;

    private final CardContents contents;
    private final Nvm memory;
    private final Exchange exchange;
    private final APDU apdu;
    private int selected = NOBODY;
    private int active = NOBODY;
    private int previous = NOBODY;
    private boolean selecting;
    private boolean reselecting;

    Dispatcher(CardContents contents, Nvm memory, Exchange exchange, APDU apdu) {
        this.contents = contents;
        this.memory = memory;
        this.exchange = exchange;
        this.apdu = apdu;
    }

    void selectDefault() {
        if (contents.count() > 0) {
            becomeSelected(0);
        }
    }

    byte[] answer(CommandBytes command) {
        exchange.begin(command, takesExtended(selected));
        byte[] response = exchange.end(handled(command) & 0xFFFF);
        memory.settle();
        return response;
    }

    /** An image that lost its power may name applets that are not there, where only this asks. */
    private short handled(CommandBytes command) {
        try {
            return handle(command);
        } catch (RuntimeException damaged) {
            return ISO7816.SW_UNKNOWN;
        }
    }

    private short handle(CommandBytes command) {
        if (!isBasicChannel(command.cla())) {
            return ISO7816.SW_LOGICAL_CHANNEL_NOT_SUPPORTED;
        }
        if (command.cla() == 0xFF) {
            return ISO7816.SW_CLA_NOT_SUPPORTED;
        }
        boolean byName = command.cla() == 0 && command.ins() == 0xA4 && command.p1() == 0x04;
        if (byName) {
            return iso7816_4_selectByName(command);
        }
        return selected == NOBODY ? ISO7816.SW_APPLET_SELECT_FAILED : process(command);
    }

    /**
     * ISO/IEC 7816-4:2020 5.4.1: the interindustry class names the channel; the proprietary class
     * is the applet's own.
     */
    private static boolean isBasicChannel(int cla) {
        return (cla & 0x80) != 0 || ((cla & 0x60) == 0 && (cla & 0x03) == 0);
    }

    /**
     * ISO/IEC 7816-4:2020 11.2.2, by DF name, whole or its beginning; first or next occurrence;
     * with FCI or without.
     */
    private short iso7816_4_selectByName(CommandBytes command) {
        int p2 = command.p2();
        boolean first = p2 == 0x00 || p2 == 0x0C;
        boolean next = p2 == 0x02 || p2 == 0x0E;
        if (!first && !next) {
            return ISO7816.SW_INCORRECT_P1P2;
        }
        int found =
                command.dataLength() > Byte.MAX_VALUE
                        ? NOBODY
                        : find(command, next ? selected + 1 : 0);
        if (found == NOBODY) {
            return ISO7816.SW_FILE_NOT_FOUND;
        }
        leaveSelected(found);
        if (!becomeSelected(found)) {
            return ISO7816.SW_APPLET_SELECT_FAILED;
        }
        exchange.begin(command, takesExtended(found));
        selecting = true;
        try {
            return process(command);
        } finally {
            selecting = false;
        }
    }

    private int find(CommandBytes command, int from) {
        byte[] name = new byte[command.dataLength()];
        command.copyData(0, name, 0, name.length);
        return contents.firstMatch(name, (short) 0, (byte) name.length, from);
    }

    private void leaveSelected(int successor) {
        reselecting = selected == successor;
        if (selected != NOBODY) {
            Applet leaving = contents.applet(selected);
            guarded(selected, leaving::deselect);
            memory.clear(Clearing.ON_DESELECT);
        }
        selected = NOBODY;
    }

    private boolean becomeSelected(int index) {
        boolean[] accepted = {false};
        short statusWord = guarded(index, () -> accepted[0] = contents.applet(index).select());
        reselecting = false;
        if (statusWord == ISO7816.SW_NO_ERROR && accepted[0]) {
            selected = index;
            return true;
        }
        return false;
    }

    private boolean takesExtended(int index) {
        return index != NOBODY && contents.applet(index) instanceof ExtendedLength;
    }

    private short process(CommandBytes command) {
        if (command.extended() && !takesExtended(selected)) {
            return ISO7816.SW_WRONG_LENGTH;
        }
        return guarded(selected, () -> contents.applet(selected).process(apdu));
    }

    /**
     * Whatever the applet throws becomes a status word, and whatever it left uncommitted is undone.
     */
    private short guarded(int index, Runnable work) {
        try {
            return inside(
                    index,
                    () -> {
                        work.run();
                        return ISO7816.SW_NO_ERROR;
                    });
        } catch (ISOException answer) {
            return answer.getReason();
        } catch (RuntimeException | StackOverflowError unforeseen) {
            // Java Card RE 3.0.5 7.3: an exception that the applet did not catch is 6F00.
            return ISO7816.SW_UNKNOWN;
        }
    }

    /** The host acts in the place of an applet, between two commands. */
    <T> T host(int index, Supplier<T> work) {
        T result = inside(index, work);
        memory.settle();
        return result;
    }

    private <T> T inside(int index, Supplier<T> work) {
        active = index;
        previous = NOBODY;
        try {
            return work.get();
        } finally {
            active = NOBODY;
            if (memory.transactionOpen()) {
                memory.abortTransaction();
            }
        }
    }

    @Nullable Shareable shareableOf(int server, byte parameter) {
        if (server == NOBODY) {
            return null;
        }
        int client = active;
        int before = previous;
        active = server;
        previous = client;
        try {
            return contents.applet(server).getShareableInterfaceObject(nameOf(client), parameter);
        } finally {
            active = client;
            previous = before;
        }
    }

    boolean selecting() {
        return selecting;
    }

    boolean reselecting() {
        return reselecting;
    }

    @Nullable AID activeName() {
        return nameOf(active);
    }

    @Nullable AID previousName() {
        return nameOf(previous);
    }

    @Nullable AID selectedName() {
        return nameOf(selected);
    }

    @Nullable AID nameOf(int index) {
        return index == NOBODY ? null : contents.name(index);
    }
}
