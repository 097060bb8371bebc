package org.openmyna.card.javacard.machine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import javacard.framework.Applet;
import org.openmyna.card.javacard.AppletModule;
import org.openmyna.card.nvm.PowerLoss;

/**
 * Calls the static {@code install} of an applet with the block of parameters that the Java Card RE
 * prescribes (11.2).
 */
record AppletInstaller(AppletModule module) {
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
    }

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

    Class<? extends Applet> type() {
        return module.type();
    }

    private String name() {
        return module.type().getName();
    }
}
