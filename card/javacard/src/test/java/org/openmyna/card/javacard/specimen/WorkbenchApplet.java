package org.openmyna.card.javacard.specimen;

import javacard.framework.APDU;
import javacard.framework.Applet;
import org.openmyna.card.javacard.Workbench;

/** Runs a test's own code inside the card. */
public final class WorkbenchApplet extends Applet {
    private WorkbenchApplet() {}

    public static void install(byte[] parameters, short offset, byte length) {
        new WorkbenchApplet().register();
    }

    @Override
    public void process(APDU apdu) {
        if (!selectingApplet()) {
            Workbench.runTask();
        }
    }
}
