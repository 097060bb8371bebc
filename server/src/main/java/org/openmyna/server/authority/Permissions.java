package org.openmyna.server.authority;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.openmyna.server.authority.api.Operation;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.web.CallNotPermitted;

/** Which organisation may do what at the authority's desk: data, in {@code permissions.csv}. */
final class Permissions {
    private final Map<Organisation, Set<Operation>> table = new EnumMap<>(Organisation.class);

    private Permissions() {}

    static Permissions ofTheProgram() {
        try (InputStream csv = Permissions.class.getResourceAsStream("permissions.csv")) {
            if (csv == null) throw new IllegalStateException("permissions.csv is missing");
            return parse(new String(csv.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A line each: organisation; operations; why. */
    static Permissions parse(String csv) {
        Permissions permissions = new Permissions();
        csv.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    String[] parts = line.split(";", -1);
                    Organisation organisation = Organisation.ofId(parts[0].strip()).orElseThrow();
                    Set<Operation> may = EnumSet.noneOf(Operation.class);
                    for (String each : parts[1].strip().split(" +", -1))
                        may.add(Operation.valueOf(each));
                    permissions.table.put(organisation, may);
                });
        return permissions;
    }

    /**
     * @throws CallNotPermitted if the table does not have it (MYNA-SRV-010)
     */
    void mustPermit(Organisation caller, Operation operation) {
        if (!table.getOrDefault(caller, Set.of()).contains(operation)) {
            throw new CallNotPermitted(caller.id(), operation.toString());
        }
    }
}
