package org.openmyna.card.chip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javacard.framework.Applet;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.applets.CardFaceApplication;
import org.openmyna.card.applets.CardLifeCycle;
import org.openmyna.card.applets.CommonApplication;
import org.openmyna.card.applets.FormInputApplication;
import org.openmyna.card.applets.IssuerSecurityDomain;
import org.openmyna.card.applets.JpkiApplication;
import org.openmyna.card.applets.JukiApplication;
import org.openmyna.card.javacard.AppletModule;
import org.openmyna.card.javacard.CardRuntime;
import org.openmyna.card.javacard.Host;
import org.openmyna.card.javacard.KeyPairSource;
import org.openmyna.card.nvm.CardImageDamaged;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.CardMemory.Durability;
import org.openmyna.card.nvm.CardMemoryUnavailable;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardConnectionLost;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.kernel.NativeCrypto;

/**
 * A My Number Card (個人番号カード) in software: the real applications on a Java Card runtime over one
 * image. Keys are made on the chip and never leave it; a kill of the process at any moment leaves a
 * legal card. One program at a time holds the image; within it, any thread may send commands.
 */
public final class VirtualCard implements InsertedCard, AutoCloseable {
    /** ATR of a real contact card: T=1, information field 254, no historical bytes. */
    private static final byte[] ATR = HexFormat.of().parseHex("3BE000FF8131FE4514");

    /** Room for all applications, with a draft for each file that the issuer can replace. */
    private static final int IMAGE_BYTES = 96 * 1024;

    /** In this order SELECT by a part of a name finds them; the first is selected after reset. */
    private static final List<AppletModule> APPLICATIONS =
            List.of(
                    module(CardApplication.ISSUER_SECURITY_DOMAIN, IssuerSecurityDomain.class),
                    module(CardApplication.JPKI, JpkiApplication.class),
                    module(CardApplication.FORM_INPUT, FormInputApplication.class),
                    module(CardApplication.CARD_FACE, CardFaceApplication.class),
                    module(CardApplication.JUKI, JukiApplication.class),
                    module(CardApplication.COMMON, CommonApplication.class));

    private final CardMemory memory;
    private final Host host;
    private final ReentrantLock oneCommandAtATime = new ReentrantLock();
    private @Nullable CardRuntime runtime;

    private VirtualCard(CardMemory memory, Host host, CardRuntime runtime) {
        this.memory = memory;
        this.host = host;
        this.runtime = runtime;
    }

    /**
     * A blank card in a new file that only its owner can read.
     *
     * @param durability what the card must outlive, see {@link CardMemory.Durability}
     * @param keys where the chip's key pairs come from
     */
    static VirtualCard create(
            Path image, Durability durability, KeyPairSource keys, SecureRandom random) {
        CardMemory memory;
        try {
            memory = CardMemory.create(image, IMAGE_BYTES, durability);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return installed(memory, keys, random);
    }

    /** A blank card that is gone with the object. */
    public static VirtualCard inMemory(KeyPairSource keys, SecureRandom random) {
        return installed(CardMemory.inMemory(IMAGE_BYTES), keys, random);
    }

    /**
     * Powers on the card in this file. A journal that was left is redone; a file that is damaged is
     * refused and not touched.
     *
     * @throws CardInUse if another program holds it (MYNA-CHP-004)
     * @throws CardImageUnusable if it is no undamaged card image (MYNA-CHP-005)
     */
    public static VirtualCard open(
            Path image, Durability durability, KeyPairSource keys, SecureRandom random) {
        CardMemory memory;
        try {
            memory = CardMemory.mapped(image, durability);
        } catch (CardMemoryUnavailable held) {
            throw new CardInUse(image, held);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Host host = new Host(keys, random, NativeCrypto.provider());
        try {
            return new VirtualCard(memory, host, CardRuntime.powerOn(memory, APPLICATIONS, host));
        } catch (CardImageDamaged damaged) {
            memory.close();
            throw new CardImageUnusable(image, damaged);
        }
    }

    private static AppletModule module(
            CardApplication application, Class<? extends Applet> applet) {
        return new AppletModule(application.aid(), applet, new byte[0]);
    }

    private static VirtualCard installed(
            CardMemory memory, KeyPairSource keys, SecureRandom random) {
        Host host = new Host(keys, random, NativeCrypto.provider());
        return new VirtualCard(memory, host, CardRuntime.install(memory, APPLICATIONS, host));
    }

    /** Where the card stands in its life. */
    public LifeCycle lifeCycle() {
        byte state =
                locked(() ->
                        powered()
                                .ask(
                                        CardApplication.ISSUER_SECURITY_DOMAIN.aid(),
                                        CardLifeCycle.PARAMETER,
                                        shared -> ((CardLifeCycle) shared).state()));
        return switch (state) {
            case CardLifeCycle.BLANK -> LifeCycle.BLANK;
            case CardLifeCycle.PERSONALISED -> LifeCycle.PERSONALISED;
            default -> LifeCycle.TERMINATED;
        };
    }

    /**
     * A fault is injected into the chip: its next private-key operation computes one wrong bit,
     * once. The chip notices and ends itself. For tests and demonstrations; no command reaches it.
     */
    public void glitch() {
        locked(() -> {
            powered().glitch();
            return true;
        });
    }

    /**
     * A sensor of the chip detects an attack: the chip erases its keys and ends itself, for ever.
     * For tests and demonstrations; no command reaches it.
     */
    public void attack() {
        locked(() -> {
            powered()
                    .signal(
                            CardApplication.ISSUER_SECURITY_DOMAIN.aid(),
                            CardLifeCycle.PARAMETER,
                            shared -> ((CardLifeCycle) shared).attackDetected());
            return true;
        });
    }

    /** A channel straight to the card, without a reader; closing it resets the card. */
    public CardChannel channel() {
        return new DirectChannel(this);
    }

    /** How many bytes the card takes at rest. */
    public int imageBytes() {
        return memory.size();
    }

    @Override
    public byte[] atr() {
        return ATR.clone();
    }

    @Override
    public byte[] transmit(byte[] command) {
        return locked(() -> powered().transmit(command));
    }

    @Override
    public void powerOn() {
        locked(() -> {
            if (runtime == null) {
                runtime = CardRuntime.powerOn(memory, APPLICATIONS, host);
            } else {
                runtime.reset();
            }
            return true;
        });
    }

    @Override
    public void powerOff() {
        locked(() -> {
            if (runtime != null) runtime.powerOff();
            runtime = null;
            return true;
        });
    }

    @Override
    public void reset() {
        powerOn();
    }

    /** Takes the power away in order and gives the image back. */
    @Override
    public void close() {
        powerOff();
        memory.close();
    }

    private CardRuntime powered() {
        if (runtime == null) throw new CardConnectionLost("the card has no power", null);
        return runtime;
    }

    private <T> T locked(Supplier<T> work) {
        oneCommandAtATime.lock();
        try {
            return work.get();
        } finally {
            oneCommandAtATime.unlock();
        }
    }

    private record DirectChannel(VirtualCard card) implements CardChannel {
        @Override
        public ResponseApdu transmit(CommandApdu command) {
            return ResponseApdu.parse(card.transmit(command.bytes()));
        }

        @Override
        public byte[] atr() {
            return card.atr();
        }

        @Override
        public void close() {
            card.reset();
        }
    }
}
