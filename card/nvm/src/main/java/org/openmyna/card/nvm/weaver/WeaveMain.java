package org.openmyna.card.nvm.weaver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.nvm.ClassTable;

/**
 * The build step: weaves a folder of class files in place. The originals go to a second folder,
 * from which a CAP file can be made, and from which the same step can be repeated any number of
 * times with the same result.
 */
public final class WeaveMain {
    private final Path classes;
    private final Path unwoven;

    private WeaveMain(Path classes, Path unwoven) {
        this.classes = classes;
        this.unwoven = unwoven;
    }

    /**
     * Arguments: folder of classes, folder for the originals, {@code applets} or {@code marked},
     * and a package if not all.
     */
    public static void main(String[] arguments) throws IOException {
        Scope scope = Scope.valueOf(arguments[2].toUpperCase(Locale.ROOT));
        String only = arguments.length > 3 ? arguments[3].replace('.', '/') + "/" : "";
        new WeaveMain(Path.of(arguments[0]), Path.of(arguments[1]))
                .run(new Weaver(scope, loader()), only);
    }

    private static ClassLoader loader() {
        return WeaveMain.class.getClassLoader();
    }

    private void run(Weaver weaver, String only) throws IOException {
        Map<String, byte[]> originals = new TreeMap<>();
        for (Path file : classFiles()) {
            String name = classes.relativize(file).toString().replace('\\', '/');
            name = name.substring(0, name.length() - ".class".length());
            if (name.startsWith(only) && !name.endsWith("package-info")) {
                originals.put(name, original(name, Files.readAllBytes(file)));
            }
        }
        Weaver.Woven woven = weaver.weave(originals);
        for (Map.Entry<String, byte[]> original : originals.entrySet()) {
            byte @Nullable [] made = woven.classes().get(original.getKey());
            if (made != null) {
                replace(unwoven.resolve(original.getKey() + ".class"), original.getValue());
                replace(classes.resolve(original.getKey() + ".class"), made);
            }
        }
        for (Map.Entry<String, String> list : woven.lists().entrySet()) {
            Files.writeString(
                    classes.resolve(list.getKey()).resolve(ClassTable.RESOURCE), list.getValue());
        }
    }

    private List<Path> classFiles() throws IOException {
        if (!Files.isDirectory(classes)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
    }

    /** What the compiler wrote, also if the class in the folder has been woven before. */
    private byte[] original(String name, byte[] found) throws IOException {
        Path kept = unwoven.resolve(name + ".class");
        if (!Weaver.isWoven(found)) {
            return found;
        }
        if (!Files.exists(kept)) {
            throw new WeavingRefused(
                    name, "it is woven already and its original is missing: run ./mvnw clean.");
        }
        return Files.readAllBytes(kept);
    }

    private static void replace(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
