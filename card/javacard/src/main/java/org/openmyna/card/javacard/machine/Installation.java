package org.openmyna.card.javacard.machine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import javacard.framework.AID;
import javacard.framework.Applet;
import javacard.framework.SystemException;
import org.openmyna.card.javacard.AppletModule;
import org.openmyna.card.nvm.PowerLoss;

/**
 * One applet on its way onto the card: calls its {@code install}, and expects it to register itself
 * there, once.
 */
final class Installation {
    private final AppletModule module;
    private final CardContents contents;
    private boolean registered;

    Installation(AppletModule module, CardContents contents) {
        this.module = module;
        this.contents = contents;
    }

    /**
     * @param buffer the APDU buffer, which carries the parameters as on a real card
     */
    void run(byte[] buffer) {
        int length = writeParameters(buffer);
        try {
            Method install =
                    module.type()
                            .getDeclaredMethod("install", byte[].class, short.class, byte.class);
            install.setAccessible(true);
            install.invoke(null, buffer, (short) 0, (byte) length);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof PowerLoss powerLoss) {
                throw powerLoss;
            }
            throw new IllegalStateException(name() + " could not be installed.", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    name() + " has no method install(byte[], short, byte).", e);
        }
        if (!registered) {
            throw new IllegalStateException(name() + " did not register itself in install().");
        }
    }

    /** The block that the Java Card RE prescribes (11.2): three values, each after its length. */
    private int writeParameters(byte[] buffer) {
        int end = put(buffer, 0, module.aid());
        end = put(buffer, end, new byte[0]);
        return put(buffer, end, module.installParameters());
    }

    private static int put(byte[] buffer, int at, byte[] value) {
        buffer[at] = (byte) value.length;
        System.arraycopy(value, 0, buffer, at + 1, value.length);
        return at + 1 + value.length;
    }

    void register(Applet applet) {
        byte[] name = module.aid();
        register(applet, new AID(name, (short) 0, (byte) name.length));
    }

    void register(Applet applet, AID name) {
        if (registered || module.type() != applet.getClass()) {
            SystemException.throwIt(SystemException.ILLEGAL_USE);
        }
        contents.add(applet, name);
        registered = true;
    }

    private String name() {
        return module.type().getName();
    }
}
