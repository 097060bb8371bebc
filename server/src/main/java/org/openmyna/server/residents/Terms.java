package org.openmyna.server.residents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** Terms of the law as dated data: {@code terms.csv}. */
final class Terms {
    /** What a term is for; the keys of the table. */
    enum Key {
        BIRTH,
        DEATH,
        ARRIVAL,
        MOVE_IN,
        MOVE_WITHIN,
        HOUSEHOLD_CHANGE,
        MOVE_OUT,
        EMIGRATION,
        CARD_UPDATE,
        CARD_AFTER_PLANNED_MOVE,
        CARD_AFTER_MOVE,
        CARD_TO_BE_SHOWN,
        STAY,
        CERTIFICATES,
        LOGIN_CERTIFICATE,
        PROTECTION,
        NUMBER,
        PAST,
        SPECIAL_MOVE_IN,
        NETWORK_IDENTITY,
        NETWORK_CHANGE
    }

    /**
     * @param countsFirstDay whether the day from which it runs is its first
     */
    record Term(
            Key key,
            Period period,
            boolean countsFirstDay,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            String law) {
        LocalDate lastDay(LocalDate from) {
            LocalDate last = from.plus(period);
            return countsFirstDay ? last.minusDays(1) : last;
        }

        private boolean holdsOn(LocalDate day) {
            return !day.isBefore(validFrom) && validTo.map(day::isBefore).orElse(true);
        }
    }

    private final List<Term> table;

    private Terms(List<Term> table) {
        this.table = table;
    }

    static Terms ofTheProgram() {
        try (InputStream csv = Terms.class.getResourceAsStream("terms.csv")) {
            if (csv == null) throw new IllegalStateException("terms.csv is missing");
            return parse(new String(csv.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Terms parse(String csv) {
        return new Terms(
                csv.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> term(line.split(";", -1)))
                        .toList());
    }

    private static Term term(String[] cells) {
        String until = cells[4].strip();
        return new Term(
                Key.valueOf(cells[0].strip()),
                period(cells[1].strip()),
                Boolean.parseBoolean(cells[2].strip()),
                LocalDate.parse(cells[3].strip()),
                until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)),
                cells[5].strip());
    }

    private static Period period(String cell) {
        return cell.endsWith("y")
                ? Period.ofYears(Integer.parseInt(cell.substring(0, cell.length() - 1)))
                : Period.ofDays(Integer.parseInt(cell));
    }

    /** The term as the law had it on a day; before its first day, the first there was. */
    Term on(Key key, LocalDate day) {
        return table.stream()
                .filter(term -> term.key() == key && term.holdsOn(day))
                .findFirst()
                .or(() -> table.stream().filter(term -> term.key() == key).findFirst())
                .orElseThrow();
    }

    String law(Key key, LocalDate day) {
        return on(key, day).law();
    }
}
