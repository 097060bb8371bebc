package org.openmyna.server.sandbox.population;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Lines of a table beside these classes; fields are separated by semicolons. */
final class Table {
    private Table() {}

    static <T> List<T> read(String name, Function<List<String>, T> line) {
        try (InputStream bytes = Table.class.getResourceAsStream(name)) {
            if (bytes == null) throw new IllegalStateException(name + " is not there");
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(each -> !each.startsWith("#"))
                    .map(each -> line.apply(List.of(each.split(";", -1))))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<String> several(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split("\\|", -1));
    }
}
