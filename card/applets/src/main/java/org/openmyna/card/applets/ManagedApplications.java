package org.openmyna.card.applets;

import javacard.framework.ISOException;
import javacard.framework.JCSystem;

/** All applications that the issuer manages, and what happens to all of them together. */
final class ManagedApplications {

    private static final byte COUNT = (byte) 5;

    private final ManagedApplication[] applications;

    /**
     * Something may lie in a draft that nobody will make current: what COMMIT replaced, an act that
     * is being discarded, or a key that is being made.
     */
    private boolean leftovers;

    /** How many applications have lost their keys, in order; only a terminated card counts. */
    private byte erased;

    ManagedApplications() {
        applications = new ManagedApplication[COUNT];
        // JPKI; then form input, card face, Juki and common, which share a provider.
        applications[0] =
                new ManagedApplication(
                        new byte[] {(byte) 0xD3, (byte) 0x92, (byte) 0xF0, 0, 0x26, 1, 0, 0, 0, 1});
        applications[1] =
                new ManagedApplication(
                        new byte[] {(byte) 0xD3, (byte) 0x92, 0x10, 0, 0x31, 0, 1, 1, 0x04, 0x08});
        applications[2] =
                new ManagedApplication(
                        new byte[] {(byte) 0xD3, (byte) 0x92, 0x10, 0, 0x31, 0, 1, 1, 0x04, 0x02});
        applications[3] =
                new ManagedApplication(
                        new byte[] {(byte) 0xD3, (byte) 0x92, 0x10, 0, 0x31, 0, 1, 1, 0x04, 0x01});
        applications[4] =
                new ManagedApplication(
                        new byte[] {(byte) 0xD3, (byte) 0x92, 0x10, 0, 0x31, 0, 1, 1, 0x01, 0x00});
    }

    void connect() {
        for (byte i = 0; i < COUNT; i++) {
            applications[i].connect();
        }
    }

    /** The application of this name; 6A82 if it is none of them or not on this card. */
    IssuerAccess named(byte[] buffer, short offset, short length) {
        for (byte i = 0; i < COUNT; i++) {
            if (applications[i].isNamed(buffer, offset, length)
                    && applications[i].access() != null) {
                return applications[i].access();
            }
        }
        ISOException.throwIt(StatusWord.FILE_NOT_FOUND);
        return null;
    }

    /**
     * A new key pair in a draft of this application. Until the draft is whole, what lies there is a
     * leftover: a key that nobody will use must not outlive a loss of power.
     */
    short generate(IssuerAccess application, short file, byte[] to, short toOffset) {
        leftovers = true;
        short length = application.generate(file, to, toOffset);
        leftovers = false;
        return length;
    }

    boolean haveLeftovers() {
        return leftovers;
    }

    /**
     * COMMIT: the drafts of all applications become current in one transaction, then what they
     * replaced is erased. After a loss of power in between, {@link #discard} goes on with the rest.
     */
    void adopt() {
        if (!haveDrafts()) {
            return;
        }
        JCSystem.beginTransaction();
        for (byte i = 0; i < COUNT; i++) {
            IssuerAccess access = applications[i].access();
            if (access != null && access.hasDraft()) {
                access.adopt();
            }
        }
        leftovers = true;
        JCSystem.commitTransaction();
        discard();
    }

    /** All drafts, and all leftovers, are erased. Writes nothing if there are none. */
    void discard() {
        if (!leftovers) {
            if (!haveDrafts()) {
                return;
            }
            leftovers = true;
        }
        for (byte i = 0; i < COUNT; i++) {
            if (applications[i].access() != null) {
                applications[i].access().discard();
            }
        }
        leftovers = false;
    }

    private boolean haveDrafts() {
        for (byte i = 0; i < COUNT; i++) {
            if (applications[i].access() != null && applications[i].access().hasDraft()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Private keys and PINs of all applications go. Each power-on goes on with the application that
     * the last one did not finish. False if one is on the card and could not be reached yet.
     */
    boolean eraseKeys() {
        while (erased < COUNT) {
            ManagedApplication application = applications[erased];
            if (application.access() != null) {
                application.access().eraseKeys();
            } else if (application.isOnTheCard()) {
                return false;
            }
            erased = (byte) (erased + 1);
        }
        return true;
    }
}
