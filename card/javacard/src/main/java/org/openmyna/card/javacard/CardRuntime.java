package org.openmyna.card.javacard;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javacard.framework.Shareable;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.javacard.machine.Machine;
import org.openmyna.card.nvm.CardMemory;

/**
 * A card with power: commands in, answers out. One thread at a time; many cards may run at once.
 *
 * <p>The memory belongs to the caller: this class neither opens nor closes it. If its fuse burns,
 * {@code PowerLoss} comes out of any method here, and the card must be powered on again.
 */
public final class CardRuntime {
    private @Nullable Machine machine;

    private CardRuntime(Machine machine) {
        this.machine = machine;
    }

    /**
     * Installs the applets, in order, on an empty memory; the first one is selected by default
     * after reset.
     */
    public static CardRuntime install(CardMemory memory, List<AppletModule> applets, Host host) {
        return new CardRuntime(Machine.install(memory, List.copyOf(applets), host));
    }

    /**
     * Power on: checks the image, redoes the journal, rebuilds the objects.
     *
     * @throws org.openmyna.card.nvm.CardImageDamaged with its reason; the memory is then unchanged
     */
    public static CardRuntime powerOn(CardMemory memory, List<AppletModule> applets, Host host) {
        return new CardRuntime(Machine.powerOn(memory, List.copyOf(applets), host));
    }

    /** Any bytes in; response data and status word out, never an exception. */
    public byte[] transmit(byte[] command) {
        return running().transmit(Objects.requireNonNull(command));
    }

    /** Warm reset: transient memory is cleared, the default applet is selected. */
    public void reset() {
        running().reset();
    }

    /** Orderly: the image gets its clean mark and checksum. The memory stays open. */
    public void powerOff() {
        running().powerOff();
        machine = null;
    }

    /**
     * A question from the host to an applet's shareable object, asked inside the card: what is only
     * reached there is found.
     *
     * @throws NoSuchElementException if there is no such applet, or it shares nothing with this
     *     parameter
     */
    public <T> T ask(byte[] aid, byte parameter, Function<Shareable, T> question) {
        return running().ask(aid, parameter, question);
    }

    /**
     * Something outside tells an applet through its shareable object, and the applet may write:
     * runs like a call of another applet. A transaction that is left open is undone; an exception
     * of the work comes out as it is.
     */
    public void signal(byte[] aid, byte parameter, Consumer<Shareable> work) {
        ask(
                aid,
                parameter,
                shared -> {
                    work.accept(shared);
                    return true;
                });
    }

    /**
     * A fault is injected: the next operation with a private RSA key, of whatever applet and
     * provider, gives a result with one wrong bit; once, then the card computes rightly again. It
     * waits through a reset, not through the end of power. For tests and demonstrations; no command
     * reaches it.
     *
     * <p>It is the lowest bit: the number stays below the modulus, and of a padded message the last
     * byte is wrong, not the padding.
     */
    public void glitch() {
        glitch(result -> {
            result[result.length - 1] ^= 1;
            return result;
        });
    }

    /**
     * The same with any fault.
     *
     * @param fault makes of the right result, as long as the modulus, what leaves the processor; it
     *     may be a number that is not below the modulus
     */
    public void glitch(UnaryOperator<byte[]> fault) {
        running().glitch(Objects.requireNonNull(fault));
    }

    private Machine running() {
        if (machine == null) {
            throw new IllegalStateException("This card has no power.");
        }
        return machine;
    }
}
