package org.openmyna.server.counter;

import java.time.LocalDate;
import java.util.Map;
import org.openmyna.kernel.JapaneseDate;

/** Puts a day into the fields that ask for one, by the era of today. */
final class DayFields {
    private DayFields() {}

    static void put(String name, LocalDate day, Map<String, String> values) {
        JapaneseDate.Exact exact = new JapaneseDate.Exact(day);
        values.put(name + "-era", String.valueOf(exact.era().letter()));
        values.put(name + "-year", String.valueOf(exact.yearOfEra()));
        values.put(name + "-month", String.valueOf(day.getMonthValue()));
        values.put(name + "-day", String.valueOf(day.getDayOfMonth()));
    }
}
