package org.openmyna.card.javacard.machine;

import java.lang.reflect.Constructor;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javacard.framework.AID;
import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.Shareable;
import javacard.framework.SystemException;
import javacard.security.KeyPair;
import javacardx.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.javacard.AppletModule;
import org.openmyna.card.javacard.Host;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.ClassTable;
import org.openmyna.card.nvm.Nvm;

/**
 * The running card: puts memory, applets and dispatcher together, and answers what the classes of
 * the Java Card API ask of it. They find it by thread; the façade before it is {@link
 * org.openmyna.card.javacard.CardRuntime}.
 */
public final class Machine {
    private static final ThreadLocal<@Nullable Machine> CURRENT = new ThreadLocal<>();
    private static final byte[] WRONG_LENGTH = {0x67, 0x00};

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
    private Dispatcher dispatcher;
    private @Nullable Installation installation;
    private @Nullable UnaryOperator<byte[]> glitch;

    private Machine(CardMemory memory, List<AppletModule> modules, Host host, boolean empty) {
        this.memory = memory;
        this.host = host;
        rsaProvider = new RsaProvider(host.accelerator());
        table = tableOf(modules);
        nvm =
                empty
                        ? Nvm.format(memory, table, new JavaCardRefusals(), exchange.buffer())
                        : powered();
        if (empty) {
            run(() -> installAll(modules));
            nvm = powered();
        }
        contents = run(() -> nvm.root(CardContents.class));
        dispatcher = begin();
    }

    /** Installs applets on an empty memory; then the power is as if it had just come. */
    public static Machine install(CardMemory memory, List<AppletModule> modules, Host host) {
        return new Machine(memory, modules, host, true);
    }

    /** Checks the image and takes the card in it; its objects wake when they are reached. */
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

    private Nvm powered() {
        return Nvm.powerOn(memory, table, new JavaCardRefusals(), exchange.buffer());
    }

    private CardContents installAll(List<AppletModule> modules) {
        CardContents installed = new CardContents((byte) modules.size());
        for (AppletModule module : modules) {
            installation = new Installation(module, installed);
            installation.run(exchange.buffer());
        }
        installation = null;
        nvm.setRoot(installed);
        return installed;
    }

    private Dispatcher begin() {
        dispatcher = new Dispatcher(contents, nvm, exchange, apdu);
        return run(() -> {
            dispatcher.selectDefault();
            return dispatcher;
        });
    }

    /**
     * Warm reset: as if the power had gone and come back, since everything in RAM is lost in both.
     */
    public void reset() {
        nvm = powered();
        contents = run(() -> nvm.root(CardContents.class));
        dispatcher = begin();
    }

    /** Orderly end. */
    public void powerOff() {
        nvm.powerOff();
    }

    /** Any bytes in, an answer out. */
    public byte[] transmit(byte[] command) {
        return CommandBytes.parse(command)
                .map(parsed -> run(() -> dispatcher.answer(parsed)))
                .orElseGet(WRONG_LENGTH::clone);
    }

    /** The host asks or tells an applet through its shareable object, in the applet's place. */
    public <T> T ask(byte[] name, byte parameter, Function<Shareable, T> work) {
        return run(() -> {
            int applet = contents.indexOf(name, (short) 0, (byte) name.length);
            Shareable shared = dispatcher.shareableOf(applet, parameter);
            if (shared == null) {
                throw new NoSuchElementException(
                        "No applet of that name shares an object with parameter "
                                + parameter
                                + ".");
            }
            return dispatcher.host(applet, () -> work.apply(shared));
        });
    }

    public void glitch(UnaryOperator<byte[]> fault) {
        glitch = fault;
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
        installation().register(applet);
    }

    public void register(Applet applet, AID name) {
        installation().register(applet, name);
    }

    private Installation installation() {
        if (installation == null) {
            throw new SystemException(SystemException.ILLEGAL_USE);
        }
        return installation;
    }

    public boolean selecting() {
        return dispatcher.selecting();
    }

    public boolean reselecting() {
        return dispatcher.reselecting();
    }

    public @Nullable AID activeAid() {
        return dispatcher.activeName();
    }

    public @Nullable AID previousContextAid() {
        return dispatcher.previousName();
    }

    public @Nullable AID selectedAid() {
        return dispatcher.selectedName();
    }

    public @Nullable AID lookupAid(byte[] buffer, short offset, byte length) {
        return dispatcher.nameOf(contents.indexOf(buffer, offset, length));
    }

    public @Nullable Shareable shareableOf(AID server, byte parameter) {
        return dispatcher.shareableOf(contents.indexOf(server), parameter);
    }

    /**
     * What really leaves the processor after a private-key operation: the result, or what an
     * injected fault made of it.
     */
    public byte[] afterPrivateOperation(byte[] result) {
        UnaryOperator<byte[]> fault = glitch;
        glitch = null;
        return fault == null ? result : fault.apply(result);
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

    /** The constructor is hidden from applets, and this package is not the API's. */
    private static APDU newApdu(Exchange exchange) {
        try {
            Constructor<APDU> constructor = APDU.class.getDeclaredConstructor(Exchange.class);
            constructor.setAccessible(true);
            return constructor.newInstance(exchange);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The APDU class has the constructor that it is compiled with.", e);
        }
    }
}
