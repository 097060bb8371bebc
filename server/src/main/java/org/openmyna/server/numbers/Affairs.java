package org.openmyna.server.numbers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.Affair;

/**
 * In which affairs My Number may be used, by whom and from when to when: dated data, in {@code
 * affairs.csv} (procedure; body; field; ja; en; law; valid from; valid to).
 */
final class Affairs {
    private static final int COLUMNS = 8;

    private final List<Affair> table;

    private Affairs(List<Affair> table) {
        this.table = table;
    }

    static Affairs ofTheProgram() {
        try (InputStream csv = Affairs.class.getResourceAsStream("affairs.csv")) {
            if (csv == null) throw new IllegalStateException("affairs.csv is missing");
            return parse(new String(csv.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A line each; {@code #} begins a comment. */
    static Affairs parse(String csv) {
        return new Affairs(
                csv.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Affairs::affair)
                        .toList());
    }

    private static Affair affair(String line) {
        String[] cell = line.split(";", -1);
        if (cell.length != COLUMNS) throw new IllegalStateException("affairs.csv: " + line);
        for (int n = 0; n < cell.length; n++) cell[n] = cell[n].strip();
        return new Affair(
                cell[0],
                Organisation.ofId(cell[1]).orElseThrow().id(),
                Affair.Field.valueOf(cell[2]),
                cell[3],
                cell[4],
                cell[5],
                LocalDate.parse(cell[6]),
                cell[7].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell[7])));
    }

    /** Those of a body on a day. */
    List<Affair> of(Organisation body, LocalDate day) {
        return table.stream().filter(each -> isOf(each, body) && isInForce(each, day)).toList();
    }

    /**
     * @throws AffairUnknown if no line has the procedure (MYNA-NUM-010)
     * @throws AffairOfAnotherBody if it is not this body's (MYNA-NUM-011)
     * @throws AffairNotInForce if it is, on other days (MYNA-NUM-012)
     */
    void mustPermit(String procedure, Organisation body, LocalDate day) {
        List<Affair> named =
                table.stream().filter(each -> each.procedure().equals(procedure)).toList();
        if (named.isEmpty()) throw new AffairUnknown();
        List<Affair> own = named.stream().filter(each -> isOf(each, body)).toList();
        if (own.isEmpty()) throw new AffairOfAnotherBody(procedure, body.id());
        if (own.stream().noneMatch(each -> isInForce(each, day))) {
            throw new AffairNotInForce(procedure, day);
        }
    }

    private static boolean isOf(Affair affair, Organisation body) {
        return affair.body().equals(body.id());
    }

    private static boolean isInForce(Affair affair, LocalDate day) {
        return !day.isBefore(affair.validFrom())
                && affair.validTo().map(day::isBefore).orElse(true);
    }
}
