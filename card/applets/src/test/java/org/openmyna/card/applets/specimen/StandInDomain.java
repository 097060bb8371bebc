package org.openmyna.card.applets.specimen;

import javacard.framework.AID;
import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Shareable;
import javacard.framework.Util;
import javacardx.apdu.ExtendedLength;
import org.openmyna.card.applets.CardLifeCycle;
import org.openmyna.card.applets.IssuerAccess;

/**
 * In the place of the issuer security domain: does with an application what the command says, one
 * instruction for each method of {@link IssuerAccess}, without any channel.
 */
public final class StandInDomain extends Applet implements ExtendedLength, CardLifeCycle {

    private final byte[] target = new byte[16];
    private byte targetLength;
    private byte state = BLANK;

    private StandInDomain() {}

    public static void install(byte[] parameters, short offset, byte length) {
        new StandInDomain().register();
    }

    @Override
    public byte state() {
        return state;
    }

    @Override
    public void attackDetected() {
        state = TERMINATED;
        IssuerAccess application = application();
        if (application != null) {
            application.eraseKeys();
        }
    }

    @Override
    public Shareable getShareableInterfaceObject(AID client, byte parameter) {
        return parameter == CardLifeCycle.PARAMETER ? this : null;
    }

    @Override
    public void process(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        short length = apdu.setIncomingAndReceive();
        if (selectingApplet()) {
            return;
        }
        short data = apdu.getOffsetCdata();
        switch (buffer[ISO7816.OFFSET_INS]) {
            case (byte) 0xF0:
                state = buffer[ISO7816.OFFSET_P2];
                return;
            case (byte) 0xE6:
                Util.arrayCopy(buffer, data, target, (short) 0, length);
                targetLength = (byte) length;
                if (application() == null) {
                    ISOException.throwIt((short) 0x6A88);
                }
                return;
            default:
        }
        IssuerAccess application = application();
        switch (buffer[ISO7816.OFFSET_INS]) {
            case (byte) 0xE2:
                application.store(buffer, data, length);
                break;
            case (byte) 0x47:
                answer(apdu, application.generate(Util.getShort(buffer, data), buffer, (short) 0));
                break;
            case (byte) 0x48:
                application.generate(Util.getShort(buffer, data), buffer, (short) 0);
                break;
            case (byte) 0x2A:
                answer(
                        apdu,
                        application.signWithDraft(
                                Util.getShort(buffer, data),
                                buffer,
                                (short) (data + 2),
                                (short) (length - 2),
                                buffer,
                                (short) 0));
                break;
            case (byte) 0xDA:
                ISOException.throwIt(application.hasDraft() ? (short) 0x6281 : (short) 0x6282);
                break;
            case (byte) 0xEE:
                JCSystem.beginTransaction();
                application.adopt();
                if (buffer[ISO7816.OFFSET_P1] == 0) {
                    JCSystem.abortTransaction();
                } else {
                    JCSystem.commitTransaction();
                }
                break;
            case (byte) 0xE4:
                application.discard();
                break;
            case (byte) 0xEC:
                application.eraseKeys();
                break;
            default:
                ISOException.throwIt(ISO7816.SW_INS_NOT_SUPPORTED);
        }
    }

    private IssuerAccess application() {
        AID name = JCSystem.lookupAID(target, (short) 0, targetLength);
        return name == null
                ? null
                : (IssuerAccess)
                        JCSystem.getAppletShareableInterfaceObject(name, IssuerAccess.PARAMETER);
    }

    private static void answer(APDU apdu, short length) {
        apdu.setOutgoing();
        apdu.setOutgoingLength(length);
        apdu.sendBytes((short) 0, length);
    }
}
