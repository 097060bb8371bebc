package org.openmyna.card.javacard.machine;

import java.security.SecureRandom;
import javacard.framework.AID;
import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.Shareable;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.nvm.Nvm;

/** The running card, as the classes of the Java Card API see it from inside. */
public final class Machine {
    private Machine() {}

    public static Machine current() {
        throw new IllegalStateException("No card is running on this thread.");
    }

    public static Nvm memory() {
        return Nvm.current();
    }

    public APDU apdu() {
        throw new IllegalStateException();
    }

    public void register(Applet applet) {}

    public void register(Applet applet, AID aid) {}

    public boolean selecting() {
        return false;
    }

    public boolean reselecting() {
        return false;
    }

    public @Nullable AID activeAid() {
        return null;
    }

    public @Nullable AID lookupAid(byte[] buffer, int offset, int length) {
        return null;
    }

    public @Nullable AID previousContextAid() {
        return null;
    }

    public @Nullable Shareable shareableOf(AID server, byte parameter) {
        return null;
    }

    public @Nullable AID selectedAid() {
        return null;
    }

    public RsaProvider rsaProvider() {
        throw new IllegalStateException();
    }

    public PairNumbers freshPair(int bits) {
        throw new IllegalStateException();
    }

    public byte[] randomBytes(int count) {
        throw new IllegalStateException();
    }

    SecureRandom random() {
        throw new IllegalStateException();
    }
}
