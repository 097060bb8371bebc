package org.openmyna.server.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.web.CallNotPermitted;

/** Which organisation may do what at a desk: data, in {@code permissions.csv}. */
final class Permissions {
    private final Map<Organisation, Set<String>> table = new EnumMap<>(Organisation.class);

    private Permissions() {}

    /**
     * @param known operations that there are
     */
    static Permissions beside(Class<?> implementation, Set<String> known) {
        try (InputStream csv = implementation.getResourceAsStream("permissions.csv")) {
            if (csv == null) {
                throw new IllegalStateException("no permissions.csv beside " + implementation);
            }
            return parse(new String(csv.readAllBytes(), StandardCharsets.UTF_8), known);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A line each: organisation; operations; why. */
    static Permissions parse(String csv, Set<String> known) {
        Permissions permissions = new Permissions();
        csv.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> permissions.add(line, known));
        return permissions;
    }

    private void add(String line, Set<String> known) {
        String[] parts = line.split(";", -1);
        Set<String> may = Set.of(parts[1].strip().split(" +", -1));
        if (parts.length != 3 || parts[2].isBlank() || !known.containsAll(may)) {
            throw new IllegalStateException("permissions.csv: " + line);
        }
        table.put(Organisation.ofId(parts[0].strip()).orElseThrow(), may);
    }

    /**
     * @throws CallNotPermitted if the table does not have it (MYNA-SRV-010)
     */
    void mustPermit(Organisation caller, String operation) {
        if (!table.getOrDefault(caller, Set.of()).contains(operation)) {
            throw new CallNotPermitted(caller.id(), operation);
        }
    }
}
