package org.openmyna.card.nvm.weaver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.openmyna.card.nvm.ClassTable;

/**
 * A class loader that weaves test classes as the build weaves applets, or leaves a barrier out on
 * purpose.
 */
public final class WovenClasses extends ClassLoader {
    private static final String FOLDER = "org/openmyna/card/nvm/specimen/";
    private final Weaver.Woven woven;

    private WovenClasses(Weaver.Woven woven) {
        super(WovenClasses.class.getClassLoader());
        this.woven = woven;
    }

    public static WovenClasses whole() {
        return without("none");
    }

    /** All barriers but those of one method ("Ledger.change"). */
    public static WovenClasses without(String method) {
        Map<String, byte[]> classes = new TreeMap<>();
        for (String name : new String[] {"Ledger", "Page"}) {
            classes.put(FOLDER + name, bytes(FOLDER + name));
        }
        Predicate<String> sites = site -> !site.equals(FOLDER + method);
        return new WovenClasses(
                new Weaver(Scope.APPLETS, WovenClasses.class.getClassLoader(), sites)
                        .weave(classes));
    }

    static byte[] bytes(String name) {
        try (InputStream file =
                WovenClasses.class.getClassLoader().getResourceAsStream(name + ".class")) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Class<?> ledger() {
        try {
            return loadClass(FOLDER.replace('/', '.') + "Ledger");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            byte[] bytes = woven.classes().get(name.replace('.', '/'));
            if (loaded == null && bytes != null) {
                loaded = defineClass(name, bytes, 0, bytes.length);
            }
            return loaded != null ? loaded : super.loadClass(name, resolve);
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        String list = woven.lists().get(name.replace("/" + ClassTable.RESOURCE, ""));
        return name.endsWith(ClassTable.RESOURCE) && list != null
                ? new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8))
                : super.getResourceAsStream(name);
    }
}
