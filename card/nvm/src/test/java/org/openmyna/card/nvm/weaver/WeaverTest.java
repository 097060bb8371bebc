package org.openmyna.card.nvm.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.LineNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.card.nvm.ClassTable;
import org.openmyna.card.nvm.specimen.Book;

class WeaverTest {
    private static final String LEDGER = "org/openmyna/card/nvm/specimen/Ledger";
    private static final String PAGE = "org/openmyna/card/nvm/specimen/Page";

    static final class HoldsText {
        final String text = "no place in the image";
    }

    static final class HoldsLong {
        long number;
    }

    static final class SharesCounter {
        static int counter;

        void count() {
            counter++;
        }
    }

    static final class UsesLambda {
        Supplier<Object> made() {
            return () -> this;
        }
    }

    static final class MakesGrid {
        Object grid() {
            return new byte[2][2];
        }
    }

    static final class MakesNumbers {
        Object numbers() {
            return new int[3];
        }
    }

    static final class MakesObject {
        Object made() {
            return new Object();
        }
    }

    static final class ExtendsLibrary extends java.util.ArrayList<Object> {
        private static final long serialVersionUID = 1;
    }

    @SuppressWarnings("ClassCanBeStatic") // what is refused is that it is not
    final class Inner {
        Object outer() {
            return WeaverTest.this;
        }
    }

    static final class Holder {
        @Nullable Object held;
    }

    static final class Peeps extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Nullable Object peep(Holder holder) {
            return holder.held;
        }
    }

    @Test
    void a_class_that_is_not_woven_must_not_read_a_reference_past_its_barrier() {
        Map<String, byte[]> classes = new HashMap<>();
        for (Class<?> type : List.of(Holder.class, Peeps.class)) {
            String name = type.getName().replace('.', '/');
            classes.put(name, WovenClasses.bytes(name));
        }
        Weaver weaver = new Weaver(Scope.APPLETS, getClass().getClassLoader());
        assertThatThrownBy(() -> weaver.weave(classes))
                .isInstanceOf(WeavingRefused.class)
                .hasMessageContaining("Peeps")
                .hasMessageContaining("reads the persistent field held");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                HoldsText.class,
                HoldsLong.class,
                SharesCounter.class,
                UsesLambda.class,
                MakesGrid.class,
                MakesNumbers.class,
                MakesObject.class,
                ExtendsLibrary.class,
                Inner.class
            })
    void what_the_weaver_does_not_know_it_refuses_by_name(Class<?> type) {
        String name = type.getName().replace('.', '/');
        Weaver weaver = new Weaver(Scope.APPLETS, getClass().getClassLoader());
        assertThatThrownBy(() -> weaver.weave(Map.of(name, WovenClasses.bytes(name))))
                .isInstanceOf(WeavingRefused.class)
                .hasMessageStartingWith(type.getName() + " cannot live on a card: ");
    }

    @Test
    void an_unmarked_class_of_the_runtime_is_left_alone() {
        Weaver weaver = new Weaver(Scope.MARKED, getClass().getClassLoader());
        assertThat(weaver.weave(Map.of(PAGE, WovenClasses.bytes(PAGE))).classes()).isEmpty();
    }

    @Test
    void line_numbers_stay_for_debugger_and_coverage() {
        Map<String, byte[]> classes =
                Map.of(LEDGER, WovenClasses.bytes(LEDGER), PAGE, WovenClasses.bytes(PAGE));
        Map<String, byte[]> woven =
                new Weaver(Scope.APPLETS, getClass().getClassLoader()).weave(classes).classes();
        assertThat(woven.keySet()).isEqualTo(classes.keySet());
        woven.forEach(
                (name, made) -> assertThat(lines(made)).isEqualTo(lines(WovenClasses.bytes(name))));
    }

    private static List<Integer> lines(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        return model.methods().stream()
                .flatMap(method -> method.findAttribute(Attributes.code()).stream())
                .flatMap(code -> ((java.lang.classfile.CodeModel) code).elementStream())
                .filter(LineNumber.class::isInstance)
                .map(element -> ((LineNumber) element).line())
                .toList();
    }

    @Test
    void weaving_a_folder_twice_gives_the_same_bytes_and_keeps_the_originals(@TempDir Path folder)
            throws IOException {
        Path classes = folder.resolve("classes");
        Path unwoven = folder.resolve("unwoven");
        for (String name : List.of(LEDGER, PAGE, Book.class.getName().replace('.', '/'))) {
            Files.createDirectories(classes.resolve(name).getParent());
            Files.write(classes.resolve(name + ".class"), WovenClasses.bytes(name));
        }
        String[] arguments = {classes.toString(), unwoven.toString(), "applets"};
        WeaveMain.main(arguments);
        Map<String, byte[]> once = content(classes);
        WeaveMain.main(arguments);
        assertThat(content(classes)).usingRecursiveComparison().isEqualTo(once);
        assertThat(Weaver.isWoven(Files.readAllBytes(classes.resolve(LEDGER + ".class")))).isTrue();
        assertThat(once).containsKey("org/openmyna/card/nvm/specimen/" + ClassTable.RESOURCE);
        assertThat(content(unwoven)).hasSize(2);
        assertThat(Files.readAllBytes(unwoven.resolve(LEDGER + ".class")))
                .isEqualTo(WovenClasses.bytes(LEDGER));

        Files.delete(unwoven.resolve(LEDGER + ".class"));
        assertThatThrownBy(() -> WeaveMain.main(arguments)).hasMessageContaining("./mvnw clean");
    }

    private static Map<String, byte[]> content(Path folder) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
