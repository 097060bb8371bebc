package javacard.framework;

import org.jspecify.annotations.Nullable;
import org.openmyna.card.javacard.machine.Machine;
import org.openmyna.card.nvm.InNvm;

/**
 * An application on the card. Its fields live in the card's memory and survive every loss of power.
 */
@InNvm
public abstract class Applet {
    protected Applet() {}

    /**
     * Creates the applet; a subclass hides this method with its own and calls {@code register}.
     *
     * @param parameters LV of the instance AID, LV of the control information, LV of the applet
     *     data (Java Card RE 11.2)
     */
    public static void install(byte[] parameters, short offset, byte length) {
        ISOException.throwIt(ISO7816.SW_FUNC_NOT_SUPPORTED);
    }

    public abstract void process(APDU apdu);

    /** Called before the applet becomes the selected one; false refuses ({@code 6999}). */
    public boolean select() {
        return true;
    }

    /**
     * Called before another applet, or this one again, is selected. Not called when the power is
     * cut.
     */
    public void deselect() {}

    public @Nullable Shareable getShareableInterfaceObject(@Nullable AID client, byte parameter) {
        return null;
    }

    protected final void register() {
        Machine.current().register(this);
    }

    protected final void register(byte[] aid, short offset, byte length) {
        Machine.current().register(this, new AID(aid, offset, length));
    }

    /** True while {@code process} handles the SELECT that selected this applet. */
    protected final boolean selectingApplet() {
        return Machine.current().selecting();
    }

    protected static boolean reSelectingApplet() {
        return Machine.current().reselecting();
    }
}
