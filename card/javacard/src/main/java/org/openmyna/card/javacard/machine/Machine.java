package org.openmyna.card.javacard.machine;

import java.lang.reflect.Constructor;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javacard.framework.AID;
import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Shareable;
import javacard.framework.SystemException;
import javacard.security.KeyPair;
import javacardx.apdu.ExtendedLength;
import javacardx.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.javacard.AppletModule;
import org.openmyna.card.javacard.Host;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.ClassTable;
import org.openmyna.card.nvm.Clearing;
import org.openmyna.card.nvm.Nvm;

/**
 * The running card: which applet is selected, which one runs, what it may ask for. The classes of
 * the Java Card API find it by thread; the façade before it is {@link
 * org.openmyna.card.javacard.CardRuntime}.
 *
 * <p>One thread at a time. Nothing here catches {@link org.openmyna.card.nvm.PowerLoss}.
 */
public final class Machine {
    private static final ThreadLocal<@Nullable Machine> CURRENT = new ThreadLocal<>();
    private static final int NOBODY = -1;

    /**
     * One class of each runtime package with objects on the card; the order is part of the image's
     * layout.
     */
    private static final List<Class<?>> RUNTIME_PACKAGES =
            List.of(AID.class, KeyPair.class, Cipher.class, CardContents.class);

    private final CardMemory memory;
    private final ClassTable table;
    private final Host host;
    private final RsaProvider rsaProvider;
    private final Exchange exchange = new Exchange();
    private final APDU apdu = newApdu(exchange);
    private Nvm nvm;
    private CardContents contents;
    private int selected = NOBODY;
    private int active = NOBODY;
    private int previous = NOBODY;
    private boolean selecting;
    private boolean reselecting;
    private @Nullable AppletModule installing;

    private Machine(CardMemory memory, List<AppletModule> modules, Host host, boolean empty) {
        this.memory = memory;
        this.host = host;
        rsaProvider = new RsaProvider(host.accelerator());
        table = tableOf(modules);
        nvm = empty ? Nvm.format(memory, table, new JavaCardRefusals(), exchange.buffer()) : wake();
        contents = run(() -> empty ? installAll(modules) : (CardContents) nvm.root());
        run(this::selectDefault);
    }

    /** Installs applets on an empty memory. */
    public static Machine install(CardMemory memory, List<AppletModule> modules, Host host) {
        return new Machine(memory, modules, host, true);
    }

    /** Checks the image and wakes the card in it. */
    public static Machine powerOn(CardMemory memory, List<AppletModule> modules, Host host) {
        return new Machine(memory, modules, host, false);
    }

    private static ClassTable tableOf(List<AppletModule> modules) {
        Map<String, Class<?>> packages = new LinkedHashMap<>();
        modules.forEach(
                module -> packages.putIfAbsent(module.type().getPackageName(), module.type()));
        List<Class<?>> anchors = new ArrayList<>(RUNTIME_PACKAGES);
        anchors.addAll(packages.values());
        return ClassTable.of(anchors);
    }

    private Nvm wake() {
        return Nvm.powerOn(memory, table, new JavaCardRefusals(), exchange.buffer());
    }

    private CardContents installAll(List<AppletModule> modules) {
        contents = new CardContents((byte) modules.size());
        for (AppletModule module : modules) {
            int before = contents.count();
            installing = module;
            new AppletInstaller(module).run(exchange.buffer());
            installing = null;
            if (contents.count() == before) {
                throw new IllegalStateException(
                        module.type().getName() + " did not register itself in install().");
            }
        }
        nvm.setRoot(contents);
        return contents;
    }

    /**
     * Warm reset: as if the power had gone and come back, since everything in RAM is lost in both.
     */
    public void reset() {
        nvm = wake();
        contents = run(() -> (CardContents) nvm.root());
        run(this::selectDefault);
    }

    /** Orderly end. */
    public void powerOff() {
        nvm.powerOff();
    }

    private boolean selectDefault() {
        selected = NOBODY;
        return contents.count() > 0 && becomeSelected(0);
    }

    /** Any bytes in, an answer out. */
    public byte[] transmit(byte[] command) {
        return CommandBytes.parse(command)
                .map(parsed -> run(() -> answer(parsed)))
                .orElseGet(() -> new byte[] {0x67, 0x00});
    }

    private byte[] answer(CommandBytes command) {
        exchange.begin(command, takesExtended(selected));
        return exchange.end(handle(command) & 0xFFFF);
    }

    private short handle(CommandBytes command) {
        if (!isBasicChannel(command.cla())) {
            return ISO7816.SW_LOGICAL_CHANNEL_NOT_SUPPORTED;
        }
        if (command.cla() == 0xFF) {
            return ISO7816.SW_CLA_NOT_SUPPORTED;
        }
        boolean byName = command.cla() == 0 && command.ins() == 0xA4 && command.p1() == 0x04;
        if (byName) {
            return iso7816_4_select(command);
        }
        return selected == NOBODY ? ISO7816.SW_APPLET_SELECT_FAILED : process(command);
    }

    /**
     * ISO/IEC 7816-4:2020 5.4.1: the interindustry class names the channel; the proprietary class
     * is the applet's own.
     */
    private static boolean isBasicChannel(int cla) {
        return (cla & 0x80) != 0 || (cla & 0x60) == 0 && (cla & 0x03) == 0;
    }

    /** ISO/IEC 7816-4:2020 11.2.2, by DF name, whole or its beginning; first or next occurrence. */
    private short iso7816_4_select(CommandBytes command) {
        boolean next = (command.p2() & 0x03) == 0x02;
        boolean known =
                command.p2() == 0x00
                        || command.p2() == 0x0C
                        || command.p2() == 0x02
                        || command.p2() == 0x0E;
        if (!known) {
            return ISO7816.SW_INCORRECT_P1P2;
        }
        if (command.dataLength() > Byte.MAX_VALUE) {
            return ISO7816.SW_FILE_NOT_FOUND;
        }
        byte[] name = new byte[command.dataLength()];
        command.copyData(0, name, 0, name.length);
        int found =
                contents.firstMatch(name, (short) 0, (byte) name.length, next ? selected + 1 : 0);
        if (found == NOBODY) {
            return ISO7816.SW_FILE_NOT_FOUND;
        }
        leaveSelected(found);
        if (!becomeSelected(found)) {
            return ISO7816.SW_APPLET_SELECT_FAILED;
        }
        exchange.begin(command, takesExtended(found));
        selecting = true;
        try {
            return process(command);
        } finally {
            selecting = false;
        }
    }

    private void leaveSelected(int successor) {
        reselecting = selected == successor;
        if (selected != NOBODY) {
            Applet leaving = contents.applet(selected);
            guarded(selected, leaving::deselect);
            nvm.clear(Clearing.ON_DESELECT);
        }
        selected = NOBODY;
    }

    private boolean becomeSelected(int index) {
        boolean[] accepted = {false};
        short statusWord = guarded(index, () -> accepted[0] = contents.applet(index).select());
        reselecting = false;
        if (statusWord == ISO7816.SW_NO_ERROR && accepted[0]) {
            selected = index;
            return true;
        }
        return false;
    }

    private boolean takesExtended(int index) {
        return index != NOBODY && contents.applet(index) instanceof ExtendedLength;
    }

    private short process(CommandBytes command) {
        if (command.extended() && !takesExtended(selected)) {
            return ISO7816.SW_WRONG_LENGTH;
        }
        return guarded(selected, () -> contents.applet(selected).process(apdu));
    }

    /**
     * Whatever the applet throws becomes a status word, and whatever it left uncommitted is undone.
     */
    private short guarded(int index, Runnable work) {
        active = index;
        previous = NOBODY;
        try {
            work.run();
            return ISO7816.SW_NO_ERROR;
        } catch (ISOException answer) {
            return answer.getReason();
        } catch (RuntimeException | StackOverflowError unforeseen) {
            return ISO7816.SW_UNKNOWN;
        } finally {
            active = NOBODY;
            if (nvm.transactionOpen()) {
                nvm.abortTransaction();
            }
        }
    }

    /** A look from the host at an applet's shareable object; null if there is none. */
    public @Nullable Shareable shareable(byte[] name, byte parameter) {
        return run(() ->
                shareableAt(contents.indexOf(name, (short) 0, (byte) name.length), parameter));
    }

    private <T extends @Nullable Object> T run(Supplier<T> work) {
        @Nullable Machine before = CURRENT.get();
        @Nullable Nvm memoryBefore = nvm.enter();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
            Nvm.leave(memoryBefore);
        }
    }

    // ---- what the Java Card API asks

    public static Machine current() {
        Machine machine = CURRENT.get();
        if (machine == null) {
            throw new IllegalStateException("No card is running on this thread.");
        }
        return machine;
    }

    public static Nvm memory() {
        return Nvm.current();
    }

    public APDU apdu() {
        return apdu;
    }

    public void register(Applet applet) {
        byte[] name = module().aid();
        register(applet, new AID(name, (short) 0, (byte) name.length));
    }

    public void register(Applet applet, AID name) {
        if (module().type() != applet.getClass()) {
            SystemException.throwIt(SystemException.ILLEGAL_USE);
        }
        contents.add(applet, name);
    }

    private AppletModule module() {
        if (installing == null) {
            throw new SystemException(SystemException.ILLEGAL_USE);
        }
        return installing;
    }

    public boolean selecting() {
        return selecting;
    }

    public boolean reselecting() {
        return reselecting;
    }

    public @Nullable AID activeAid() {
        return nameOf(active);
    }

    public @Nullable AID previousContextAid() {
        return nameOf(previous);
    }

    public @Nullable AID selectedAid() {
        return nameOf(selected);
    }

    private @Nullable AID nameOf(int index) {
        return index == NOBODY ? null : contents.name(index);
    }

    public @Nullable AID lookupAid(byte[] buffer, short offset, byte length) {
        return nameOf(contents.indexOf(buffer, offset, length));
    }

    public @Nullable Shareable shareableOf(AID server, byte parameter) {
        return shareableAt(contents.indexOf(server), parameter);
    }

    private @Nullable Shareable shareableAt(int server, byte parameter) {
        if (server == NOBODY) {
            return null;
        }
        int client = active;
        int before = previous;
        active = server;
        previous = client;
        try {
            return contents.applet(server).getShareableInterfaceObject(nameOf(client), parameter);
        } finally {
            active = client;
            previous = before;
        }
    }

    public RsaProvider rsaProvider() {
        return rsaProvider;
    }

    public PairNumbers freshPair(int bits) {
        return PairNumbers.of(host.keys().take(bits));
    }

    public byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random().nextBytes(bytes);
        return bytes;
    }

    SecureRandom random() {
        return host.random();
    }

    private static APDU newApdu(Exchange exchange) {
        try {
            Constructor<APDU> constructor = APDU.class.getDeclaredConstructor(Exchange.class);
            constructor.setAccessible(true);
            return Objects.requireNonNull(constructor.newInstance(exchange));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The APDU class has the constructor that it is compiled with.", e);
        }
    }
}
