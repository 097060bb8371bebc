package org.openmyna.card.applets;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The second opinion: the source of the applets, compiled against the API of jCardSim and running
 * on it. Everything lives in a class loader of its own, because both runtimes bring the packages
 * {@code javacard.*}.
 */
final class JCardSim implements TestCard {

    /** In the order of installation. */
    private static final List<String> NAMES =
            List.of(
                    "A0000001510000",
                    "D392F000260100000001",
                    "D3921000310001010408",
                    "D3921000310001010402",
                    "D3921000310001010401",
                    "D3921000310001010100");

    private static final List<String> TYPES =
            List.of(
                    "JpkiApplication",
                    "FormInputApplication",
                    "CardFaceApplication",
                    "JukiApplication",
                    "CommonApplication");

    private final Object simulator;
    private final Method transmit;
    private final Method reset;

    /** Place of the selected application in {@link #NAMES}. */
    private int selected;

    private JCardSim(Object simulator) throws NoSuchMethodException {
        this.simulator = simulator;
        this.transmit = simulator.getClass().getMethod("transmitCommand", byte[].class);
        this.reset = simulator.getClass().getMethod("reset");
    }

    /** A blank card. */
    static TestCard blank() {
        return blank("IssuerSecurityDomain");
    }

    /** The same, with something else in the place of the issuer security domain. */
    static TestCard blank(String domain) {
        try {
            ClassLoader world = World.LOADER;
            Class<?> runtime = world.loadClass("com.licel.jcardsim.base.SimulatorRuntime");
            Class<?> simulator = world.loadClass("com.licel.jcardsim.base.Simulator");
            Object machine =
                    simulator
                            .getConstructor(runtime)
                            .newInstance(runtime.getConstructor().newInstance());
            install(world, machine, NAMES.getFirst(), domain);
            for (int n = 0; n < TYPES.size(); n++) {
                install(world, machine, NAMES.get(n + 1), TYPES.get(n));
            }
            JCardSim card = new JCardSim(machine);
            card.send(SELECT_ISD);
            return card;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void install(ClassLoader world, Object simulator, String aid, String name)
            throws ReflectiveOperationException {
        byte[] bytes = TestCard.bytes(aid);
        Class<?> aidClass = world.loadClass("javacard.framework.AID");
        Object aidObject =
                aidClass.getConstructor(byte[].class, short.class, byte.class)
                        .newInstance(bytes, (short) 0, (byte) bytes.length);
        simulator
                .getClass()
                .getMethod("installApplet", aidClass, Class.class)
                .invoke(simulator, aidObject, world.loadClass("org.openmyna.card.applets." + name));
    }

    /**
     * What jCardSim 3.0.6.0 is known to do wrong before an applet sees the command is kept away
     * from it. First, what the runtime has to refuse and jCardSim does not:
     *
     * <ul>
     *   <li>lengths that do not agree: it throws, or takes an extended Lc of 0 or above 32,767 for
     *       good;
     *   <li>logical channels: it knows one, and hands commands for all others to its applet;
     *   <li>SELECT by name with a P2 that means nothing: it selects all the same;
     *   <li>SELECT by name in extended form is not known as such: the short form is;
     *   <li>SELECT by a part of a name: it takes the first in the order of names, not of
     *       installation, and does not know the next occurrence.
     * </ul>
     *
     * Then the commands of {@link #repaired}.
     */
    @Override
    public byte[] transmit(byte[] command) {
        if (!isWellFormed(command)) {
            return new byte[] {0x67, 0x00};
        }
        if (!isForTheBasicChannel(command[0])) {
            return new byte[] {0x68, (byte) 0x81};
        }
        if (selectsByName(command)
                && !List.of(0x00, 0x02, 0x0C, 0x0E).contains(command[3] & 0xFF)) {
            return new byte[] {0x6A, (byte) 0x86};
        }
        byte[] understood = repaired(command);
        if (selectsByName(command)) {
            SelectByName select = SelectByName.of(command);
            int found = select.find(NAMES, selected);
            if (found < 0) {
                return new byte[] {0x6A, (byte) 0x82};
            }
            selected = found;
            understood = select.withName(TestCard.bytes(NAMES.get(found)));
        }
        try {
            return (byte[]) Objects.requireNonNull(transmit.invoke(simulator, (Object) understood));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isWellFormed(byte[] apdu) {
        int n = apdu.length;
        if (n < 6) {
            return n == 4 || n == 5;
        }
        if (apdu[4] != 0) {
            int dataEnd = 5 + (apdu[4] & 0xFF);
            return n == dataEnd || n == dataEnd + 1;
        }
        if (n <= 7) {
            return n == 7;
        }
        int dataLength = extendedNumber(apdu);
        return dataLength > 0
                && dataLength <= Short.MAX_VALUE
                && (n == 7 + dataLength || n == 9 + dataLength);
    }

    private static boolean isForTheBasicChannel(byte commandClass) {
        return commandClass < 0 || (commandClass & 0x63) == 0;
    }

    private static boolean selectsByName(byte[] apdu) {
        return apdu[0] == 0x00 && apdu[1] == (byte) 0xA4 && apdu[2] == 0x04;
    }

    /**
     * The same command in a form that jCardSim understands.
     *
     * <ul>
     *   <li>255 octets of data and a short Le do not fit its APDU buffer: 6F00 before the applet
     *       sees anything. In extended form they do.
     *   <li>An extended Le of 0000 (65,536) would arrive as "no data wanted" instead of the largest
     *       short.
     * </ul>
     */
    private static byte[] repaired(byte[] apdu) {
        int n = apdu.length;
        boolean isExtended = n > 6 && apdu[4] == 0;
        if (n == 261 && apdu[4] == (byte) 255) {
            byte[] extended = new byte[264];
            System.arraycopy(apdu, 0, extended, 0, 4);
            System.arraycopy(apdu, 4, extended, 6, 256);
            extended[262] = (byte) (apdu[260] == 0 ? 1 : 0);
            extended[263] = apdu[260];
            return extended;
        }
        byte[] repaired = apdu.clone();
        boolean hasExtendedLe = isExtended && (n == 7 || n == 9 + extendedNumber(apdu));
        if (hasExtendedLe && apdu[n - 2] == 0 && apdu[n - 1] == 0) {
            repaired[n - 2] = 0x7F;
            repaired[n - 1] = (byte) 0xFF;
        }
        return repaired;
    }

    private static int extendedNumber(byte[] apdu) {
        return (apdu[5] & 0xFF) << 8 | apdu[6] & 0xFF;
    }

    /** jCardSim selects nothing after a reset: the default selection is made by hand. */
    @Override
    public void reset() {
        try {
            reset.invoke(simulator);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        send(SELECT_ISD);
    }

    /** Where jCardSim is. */
    static Path jar() {
        try {
            URL simulator = JCardSim.class.getResource("/com/licel/jcardsim/base/Simulator.class");
            var connection = (JarURLConnection) Objects.requireNonNull(simulator).openConnection();
            return Path.of(connection.getJarFileURL().toURI());
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** The applets as javac makes them from the source, with the API of jCardSim. */
    static Path classes() {
        return World.CLASSES;
    }

    /** Made once for all tests. */
    private static final class World {
        static final Path CLASSES =
                Javac.compile(
                        Javac.APPLET_SOURCES,
                        jar(),
                        Path.of("target/applets-on-jcardsim").toAbsolutePath());
        static final Path SPECIMENS =
                Javac.compile(
                        Path.of("src/test/java/org/openmyna/card/applets/specimen"),
                        List.of(jar(), CLASSES),
                        Path.of("target/specimens-on-jcardsim").toAbsolutePath());
        static final ClassLoader LOADER = load();

        private static ClassLoader load() {
            try {
                URL[] places = {
                    CLASSES.toUri().toURL(), SPECIMENS.toUri().toURL(), jar().toUri().toURL()
                };
                return new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
