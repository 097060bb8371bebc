package org.openmyna.card.javacard;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Objects;

/** AES as jCardSim computes it, in a class loader of its own: its API has the names of ours. */
final class JCardSimAes implements AutoCloseable {
    private final URLClassLoader loader;

    JCardSimAes() throws IOException {
        URL simulator = JCardSimAes.class.getResource("/com/licel/jcardsim/base/Simulator.class");
        URL jar =
                ((JarURLConnection) Objects.requireNonNull(simulator).openConnection())
                        .getJarFileURL();
        loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    }

    byte[] cipher(byte algorithm, byte mode, byte[] key, byte[] vector, byte[] input) {
        Object cipher = instance("javacardx.crypto.Cipher", algorithm);
        if (vector.length == 0) {
            call(cipher, "init", key(key), mode);
        } else {
            call(cipher, "init", key(key), mode, vector, (short) 0, (short) vector.length);
        }
        byte[] output = new byte[input.length + 16];
        Object made =
                call(cipher, "doFinal", input, (short) 0, (short) input.length, output, (short) 0);
        return Arrays.copyOf(output, (Short) made);
    }

    byte[] mac(byte[] key, byte[] input) {
        Object mac =
                instance(
                        "javacard.security.Signature",
                        javacard.security.Signature.ALG_AES_CMAC_128);
        call(mac, "init", key(key), javacard.security.Signature.MODE_SIGN);
        byte[] output = new byte[16];
        call(mac, "sign", input, (short) 0, (short) input.length, output, (short) 0);
        return output;
    }

    private Object instance(String type, byte algorithm) {
        return make(
                type, "getInstance", new Class<?>[] {byte.class, boolean.class}, algorithm, false);
    }

    private Object key(byte[] value) {
        Object key =
                make(
                        "javacard.security.KeyBuilder",
                        "buildKey",
                        new Class<?>[] {byte.class, short.class, boolean.class},
                        javacard.security.KeyBuilder.TYPE_AES,
                        (short) (value.length * 8),
                        false);
        call(key, "setKey", value, (short) 0);
        return key;
    }

    private Object make(String type, String maker, Class<?>[] types, Object... arguments) {
        try {
            return loader.loadClass(type).getMethod(maker, types).invoke(null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object call(Object target, String name, Object... arguments) {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                try {
                    method.setAccessible(true);
                    return method.invoke(target, arguments);
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
        }
        throw new AssertionError(name);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
