package org.openmyna.card.nvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the classes in an image. They come from the lists that the weaver leaves in each
 * package, in the order of the packages, never from the order in which classes happen to be loaded;
 * a hash over all names and fields stands in the image.
 */
public final class ClassTable {
    /** The list of woven classes, in the folder of their package. */
    public static final String RESOURCE = "nvm-classes.txt";

    private static final Map<List<Class<?>>, ClassTable> KNOWN = new ConcurrentHashMap<>();

    private final List<NvmClass> classes = new ArrayList<>();
    private final Map<Class<?>, NvmClass> byType = new HashMap<>();
    private final long layoutHash;

    private ClassTable(List<Class<?>> anchors) {
        MessageDigest hash = sha256();
        add(Object.class, List.of(), null);
        for (Class<?> anchor : anchors) {
            for (String line : linesBeside(anchor)) {
                hash.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                addLine(line, anchor.getClassLoader());
            }
        }
        layoutHash = ByteBuffer.wrap(hash.digest()).getLong();
    }

    /**
     * The table of some packages.
     *
     * @param anchors one class of each package whose objects may be on the card, in an order that
     *     never changes
     */
    public static ClassTable of(List<Class<?>> anchors) {
        return KNOWN.computeIfAbsent(List.copyOf(anchors), ClassTable::new);
    }

    /**
     * One class: its number in the image, its fields with their types, and how its objects are
     * rebuilt.
     */
    record NvmClass(
            int number, Class<?> type, List<Class<?>> fields, @Nullable Constructor<?> rebuild) {
        PersistentObject rebuild(int address) {
            if (rebuild == null) {
                throw new IllegalStateException(
                        type + " stands in the table as an element type only.");
            }
            try {
                return (PersistentObject) rebuild.newInstance(new Rebuild(address));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        "The generated constructor of " + type + " failed.", e);
            }
        }
    }

    public long layoutHash() {
        return layoutHash;
    }

    /** Null for a number that no class has. */
    @Nullable NvmClass byNumber(int number) {
        return number < classes.size() ? classes.get(number) : null;
    }

    NvmClass of(Class<?> type) {
        NvmClass known = byType.get(type);
        if (known == null) {
            throw new NotWoven(type.getName());
        }
        return known;
    }

    /**
     * A line is a class, its superclass and its fields, inherited ones first; or an element type of
     * arrays alone.
     */
    private void addLine(String line, ClassLoader loader) {
        String[] words = line.split(" ", -1);
        Class<?> type = named(words[0], loader);
        List<Class<?>> fields = new ArrayList<>();
        for (int n = 2; n < words.length; n++) {
            fields.add(described(words[n].substring(words[n].indexOf(':') + 1), loader));
        }
        if (words.length == 1) {
            add(type, fields, null);
            return;
        }
        if (!PersistentObject.class.isAssignableFrom(type)) {
            throw new NotWoven(type.getName());
        }
        requireSameStart(type, fields, words[1]);
        add(type, fields, rebuildConstructor(type));
    }

    private void add(Class<?> type, List<Class<?>> fields, @Nullable Constructor<?> rebuild) {
        NvmClass entry = new NvmClass(classes.size(), type, List.copyOf(fields), rebuild);
        if (byType.putIfAbsent(type, entry) == null) {
            classes.add(entry);
        }
    }

    private void requireSameStart(Class<?> type, List<Class<?>> fields, String superName) {
        byType.values().stream()
                .filter(known -> known.type().getName().equals(superName))
                .filter(known ->
                        fields.size() < known.fields().size()
                                || !fields.subList(0, known.fields().size()).equals(known.fields()))
                .findAny()
                .ifPresent(changed -> {
                    throw new NotWoven(
                            type.getName()
                                    + ", woven against another version of "
                                    + superName
                                    + ",");
                });
    }

    private static Constructor<?> rebuildConstructor(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Rebuild.class);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new NotWoven(type.getName());
        }
    }

    private static List<String> linesBeside(Class<?> anchor) {
        try (InputStream list = anchor.getResourceAsStream(RESOURCE)) {
            if (list == null) {
                throw new NotWoven("Package " + anchor.getPackageName());
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> described(String descriptor, ClassLoader loader) {
        return switch (descriptor) {
            case "Z" -> boolean.class;
            case "B" -> byte.class;
            case "S" -> short.class;
            case "I" -> int.class;
            default ->
                    named(
                            descriptor.startsWith("L")
                                    ? descriptor
                                            .substring(1, descriptor.length() - 1)
                                            .replace('/', '.')
                                    : descriptor.replace('/', '.'),
                            loader);
        };
    }

    private static Class<?> named(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "The list of woven classes names " + name + ", which is not there.", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
