package org.openmyna.card.javacard.machine;

import javacard.framework.AID;
import javacard.framework.Applet;
import javacard.framework.SystemException;
import org.openmyna.card.nvm.InNvm;

/** The root object of a card: its applets and their names, in the order of installation. */
@InNvm
final class CardContents {
    private final Applet[] applets;
    private final AID[] names;
    private byte count;

    CardContents(byte room) {
        applets = new Applet[room];
        names = new AID[room];
    }

    void add(Applet applet, AID name) {
        if (indexOf(name) >= 0) {
            SystemException.throwIt(SystemException.ILLEGAL_AID);
        }
        applets[count] = applet;
        names[count] = name;
        count++;
    }

    int count() {
        return count;
    }

    Applet applet(int index) {
        return applets[index];
    }

    AID name(int index) {
        return names[index];
    }

    /** -1 if there is no such applet. */
    int indexOf(AID name) {
        for (int n = 0; n < count; n++) {
            if (names[n].equals(name)) {
                return n;
            }
        }
        return -1;
    }

    int indexOf(byte[] name, short offset, byte length) {
        for (int n = 0; n < count; n++) {
            if (names[n].equals(name, offset, length)) {
                return n;
            }
        }
        return -1;
    }

    /** The first applet at or after the given place whose name begins with these bytes, or -1. */
    int firstMatch(byte[] prefix, short offset, byte length, int from) {
        for (int n = from; n < count; n++) {
            if (names[n].partialEquals(prefix, offset, length)) {
                return n;
            }
        }
        return -1;
    }
}
