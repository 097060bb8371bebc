package org.openmyna.card.applets;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * The second opinion: the source of the applets, compiled against the API of jCardSim and running
 * on it. Everything lives in a class loader of its own, because both runtimes bring the packages
 * {@code javacard.*}.
 */
final class JCardSim implements TestCard {

    private final Object simulator;
    private final Method transmit;
    private final Method reset;

    private JCardSim(Object simulator) throws NoSuchMethodException {
        this.simulator = simulator;
        this.transmit = simulator.getClass().getMethod("transmitCommand", byte[].class);
        this.reset = simulator.getClass().getMethod("reset");
    }

    /** A blank card. */
    static TestCard blank() {
        try {
            ClassLoader world = World.LOADER;
            Class<?> runtime = world.loadClass("com.licel.jcardsim.base.SimulatorRuntime");
            Class<?> simulator = world.loadClass("com.licel.jcardsim.base.Simulator");
            Object machine =
                    simulator
                            .getConstructor(runtime)
                            .newInstance(runtime.getConstructor().newInstance());
            install(world, machine, "A0000001510000", "IssuerSecurityDomain");
            install(world, machine, "D392F000260100000001", "JpkiApplication");
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

    /** Known faults of jCardSim 3.0.6.0 are kept away from the applets; see {@link #repaired}. */
    @Override
    public byte[] transmit(byte[] command) {
        byte[] repaired = repaired(command);
        try {
            return (byte[]) Objects.requireNonNull(transmit.invoke(simulator, (Object) repaired));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException
                    || e.getCause() instanceof IndexOutOfBoundsException) {
                return new byte[] {0x67, 0x00};
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * The same command in a form that jCardSim understands.
     *
     * <ul>
     *   <li>An extended Le of 0000 (65,536) would arrive as "no data wanted" instead of the largest
     *       short.
     *   <li>255 octets of data and a short Le do not fit its APDU buffer: 6F00 before the applet
     *       sees anything. In extended form they do.
     * </ul>
     *
     * An APDU of impossible length is an exception in jCardSim; {@link #transmit} makes 6700 of it.
     */
    private static byte[] repaired(byte[] apdu) {
        int n = apdu.length;
        if (n == 261 && (apdu[4] & 0xFF) == 255) {
            byte[] extended = Arrays.copyOf(apdu, 264);
            extended[4] = 0;
            extended[5] = 0;
            extended[6] = (byte) 0xFF;
            System.arraycopy(apdu, 5, extended, 7, 255);
            extended[262] = (byte) (apdu[260] == 0 ? 1 : 0);
            extended[263] = apdu[260];
            return extended;
        }
        byte[] repaired = apdu.clone();
        if (n >= 7 && apdu[4] == 0 && apdu[n - 2] == 0 && apdu[n - 1] == 0) {
            int dataLength = (apdu[5] & 0xFF) << 8 | apdu[6] & 0xFF;
            if (n == 7 || dataLength > 0 && n == 9 + dataLength) {
                repaired[n - 2] = 0x7F;
                repaired[n - 1] = (byte) 0xFF;
            }
        }
        return repaired;
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
        static final ClassLoader LOADER = load();

        private static ClassLoader load() {
            try {
                URL[] places = {CLASSES.toUri().toURL(), jar().toUri().toURL()};
                return new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
