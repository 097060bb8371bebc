package org.openmyna.card.javacard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Source written for this API compiles against another implementation of the Java Card API: ours is
 * a part of theirs.
 */
class PublicApiTest {
    @Test
    void every_public_signature_and_constant_exists_equal_in_jcardsim()
            throws IOException, URISyntaxException, ReflectiveOperationException {
        ClassLoader ours = CardRuntime.class.getClassLoader();
        try (URLClassLoader theirs =
                new URLClassLoader(new URL[] {jcardsim()}, ClassLoader.getPlatformClassLoader())) {
            Set<String> checked = new TreeSet<>();
            for (String name : apiClasses()) {
                Class<?> our = Class.forName(name, false, ours);
                if (Modifier.isPublic(our.getModifiers())) {
                    Class<?> their = Class.forName(name, false, theirs);
                    assertThat(describe(their)).as(name).containsAll(describe(our));
                    checked.add(name);
                }
            }
            assertThat(checked).hasSizeGreaterThan(30);
        }
    }

    private static Set<String> describe(Class<?> type) throws IllegalAccessException {
        Set<String> lines = new TreeSet<>();
        Class<?> parent = type.getSuperclass();
        if (parent != null && !parent.getName().startsWith("org.openmyna")) {
            lines.add("extends " + parent.getName());
        }
        Arrays.stream(type.getInterfaces())
                .map(Class::getName)
                .filter(name -> name.startsWith("javacard"))
                .forEach(name -> lines.add("implements " + name));
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field)) {
                field.setAccessible(true);
                lines.add(
                        "field "
                                + field.getType()
                                + " "
                                + field.getName()
                                + " = "
                                + field.get(null));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isVisible(constructor)) {
                lines.add("constructor " + Arrays.toString(constructor.getParameterTypes()));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isVisible(method) && !isOfObject(method)) {
                int same = Modifier.STATIC | Modifier.PUBLIC | Modifier.PROTECTED;
                lines.add(
                        Modifier.toString(method.getModifiers() & same)
                                + " "
                                + method.getReturnType()
                                + " "
                                + method.getName()
                                + Arrays.toString(method.getParameterTypes()));
            }
        }
        return lines;
    }

    private static boolean isVisible(Member member) {
        return !member.isSynthetic()
                && (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private static boolean isOfObject(Method method) {
        return method.getName().equals("hashCode") || method.getName().equals("toString");
    }

    private static Set<String> apiClasses() throws IOException, URISyntaxException {
        Path root = classes();
        Set<String> names = new TreeSet<>();
        for (String folder : new String[] {"javacard", "javacardx"}) {
            try (Stream<Path> files = Files.walk(root.resolve(folder))) {
                files.map(file -> root.relativize(file).toString())
                        .filter(file ->
                                file.endsWith(".class") && !file.endsWith("package-info.class"))
                        .forEach(file -> names.add(file.replace(".class", "").replace('/', '.')));
            }
        }
        return names;
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(
                CardRuntime.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static URL jcardsim() throws IOException {
        URL simulator = PublicApiTest.class.getResource("/com/licel/jcardsim/base/Simulator.class");
        return ((JarURLConnection) Objects.requireNonNull(simulator).openConnection())
                .getJarFileURL();
    }
}
