package org.openmyna.card.applets;

import javacard.framework.AID;
import javacard.framework.JCSystem;
import javacard.framework.Util;

/** An application that the issuer manages through the secure channel; it may be absent. */
final class ManagedApplication {

    private final byte[] name;

    /** Transient; one element: its {@link IssuerAccess}, if it has one. */
    private final Object[] access;

    /** It keeps the array. */
    ManagedApplication(byte[] name) {
        this.name = name;
        this.access = JCSystem.makeTransientObjectArray((short) 1, JCSystem.CLEAR_ON_RESET);
    }

    boolean isNamed(byte[] buffer, short offset, short length) {
        return length == (short) name.length
                && Util.arrayCompare(buffer, offset, name, (short) 0, length) == 0;
    }

    /**
     * Asks the application for its door, if that was not done since reset. To be called while the
     * issuer security domain is the selected application: the door opens to nobody else.
     */
    void connect() {
        if (access[0] != null) {
            return;
        }
        AID application = lookUp();
        if (application != null) {
            access[0] =
                    JCSystem.getAppletShareableInterfaceObject(application, IssuerAccess.PARAMETER);
        }
    }

    boolean isOnTheCard() {
        return lookUp() != null;
    }

    private AID lookUp() {
        return JCSystem.lookupAID(name, (short) 0, (byte) name.length);
    }

    /** Null if there is no such application on this card. */
    IssuerAccess access() {
        return (IssuerAccess) access[0];
    }
}
