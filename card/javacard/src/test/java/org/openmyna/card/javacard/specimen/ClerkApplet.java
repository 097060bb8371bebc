package org.openmyna.card.javacard.specimen;

import javacard.framework.AID;
import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;

/** Takes short commands only, can refuse to be selected, and asks the purse for its balance. */
public final class ClerkApplet extends Applet {
    private boolean closed;
    private byte deselections;

    private ClerkApplet() {}

    public static void install(byte[] parameters, short offset, byte length) {
        new ClerkApplet().register();
    }

    @Override
    public boolean select() {
        return !closed;
    }

    @Override
    public void deselect() {
        deselections++;
    }

    @Override
    public void process(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        if (selectingApplet()) {
            JCSystem.getAID().getBytes(buffer, (short) 2);
            Util.setShort(buffer, (short) 0, (short) 0x8407);
            apdu.setOutgoingAndSend((short) 0, (short) 9);
            return;
        }
        short length = apdu.setIncomingAndReceive();
        switch (buffer[ISO7816.OFFSET_INS]) {
            case 0x02 -> closed = true;
            case 0x04 -> {
                buffer[0] = deselections;
                apdu.setOutgoingAndSend((short) 0, (short) 1);
            }
            case 0x06 -> {
                AID purse = JCSystem.lookupAID(buffer, apdu.getOffsetCdata(), (byte) length);
                if (purse == null) {
                    ISOException.throwIt(ISO7816.SW_FILE_NOT_FOUND);
                }
                Greeting greeting =
                        (Greeting) JCSystem.getAppletShareableInterfaceObject(purse, (byte) 1);
                Util.setShort(buffer, (short) 0, greeting.balance());
                apdu.setOutgoingAndSend((short) 0, (short) 2);
            }
            default -> ISOException.throwIt(ISO7816.SW_INS_NOT_SUPPORTED);
        }
    }
}
