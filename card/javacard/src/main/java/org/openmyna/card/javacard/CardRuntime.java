package org.openmyna.card.javacard;

import java.util.List;
import javacard.framework.Shareable;
import org.openmyna.card.nvm.CardMemory;

/** A card with power. */
public final class CardRuntime {
    private CardRuntime() {}

    /**
     * Installs the applets, in order, on an empty memory; the first one is selected by default
     * after reset.
     */
    public static CardRuntime install(CardMemory memory, List<AppletModule> applets, Host host) {
        throw new UnsupportedOperationException();
    }

    /** Power on: checks the image, redoes the journal, rebuilds the objects. */
    public static CardRuntime powerOn(CardMemory memory, List<AppletModule> applets, Host host) {
        throw new UnsupportedOperationException();
    }

    /** Any bytes in; response data and status word out. */
    public byte[] transmit(byte[] command) {
        throw new UnsupportedOperationException();
    }

    /** Warm reset: transient memory is cleared, the default applet is selected. */
    public void reset() {
        throw new UnsupportedOperationException();
    }

    /** Orderly: the image gets its clean mark and checksum. The memory stays open. */
    public void powerOff() {
        throw new UnsupportedOperationException();
    }

    /** A look from the host at an applet's shareable object. */
    public Shareable shareable(byte[] aid, byte parameter) {
        throw new UnsupportedOperationException();
    }
}
