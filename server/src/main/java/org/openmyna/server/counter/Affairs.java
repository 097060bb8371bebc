package org.openmyna.server.counter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dated table of what a case may be about, {@code affairs.csv}. */
final class Affairs {
    private static final String FILE = "affairs.csv";
    private static final int COLUMNS = 6;

    private final List<Affair> all;

    private Affairs(List<Affair> all) {
        this.all = List.copyOf(all);
    }

    static Affairs load() {
        try (InputStream file = Affairs.class.getResourceAsStream(FILE)) {
            if (file == null) throw new TableUnreadable(FILE, 0);
            List<String> lines =
                    new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            List<Affair> all = new ArrayList<>();
            for (int n = 0; n < lines.size(); n++) {
                if (!lines.get(n).startsWith("#")) all.add(affair(lines.get(n), n + 1));
            }
            return new Affairs(all);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Affair affair(String line, int number) {
        List<String> columns = List.of(line.split(";", -1));
        if (columns.size() != COLUMNS) throw new TableUnreadable(FILE, number);
        try {
            String end = columns.get(5);
            return new Affair(
                    columns.get(0),
                    columns.get(1),
                    columns.get(2),
                    columns.get(3),
                    LocalDate.parse(columns.get(4)),
                    end.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(end)));
        } catch (DateTimeParseException malformed) {
            throw new TableUnreadable(FILE, number);
        }
    }

    List<Affair> on(LocalDate day) {
        return all.stream().filter(each -> each.holdsOn(day)).toList();
    }

    /** Also one that ended: cases outlive the table. */
    Optional<Affair> find(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
