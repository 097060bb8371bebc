package org.openmyna.server.sandbox.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openmyna.server.residents.api.Qualification;
import org.openmyna.server.residents.api.Qualification.Kind;

/** Entries about insurance, pension, allowance and electoral roll, as age and work bring them. */
final class Entitlements {
    private static final int VOTER = 18;
    private static final int PENSION = 20;
    private static final int PENSION_ENDS = 60;
    private static final int CARE = 65;
    private static final int ELDERLY = 75;

    private Entitlements() {}

    static List<Qualification> of(
            LocalDate born, boolean foreign, boolean selfEmployed, LocalDate today) {
        List<Qualification> entries = new ArrayList<>(3);
        if (!foreign) from(Kind.ELECTORAL_ROLL, born.plusYears(VOTER), today, entries);
        from(Kind.LONG_TERM_CARE, born.plusYears(CARE), today, entries);
        from(Kind.ELDERLY_MEDICAL_CARE, born.plusYears(ELDERLY), today, entries);
        if (entries.stream().noneMatch(each -> each.kind() == Kind.ELDERLY_MEDICAL_CARE)
                && selfEmployed) {
            from(Kind.NATIONAL_HEALTH_INSURANCE, born, today, entries);
            if (today.isBefore(born.plusYears(PENSION_ENDS))) {
                from(Kind.NATIONAL_PENSION, born.plusYears(PENSION), today, entries);
            }
        }
        if (today.isBefore(born.plusYears(VOTER))) from(Kind.CHILD_ALLOWANCE, born, today, entries);
        return entries;
    }

    static boolean selfEmployed(RandomGenerator chance) {
        return chance.nextInt(100) < 27;
    }

    private static void from(
            Kind kind, LocalDate day, LocalDate today, List<Qualification> entries) {
        if (!day.isAfter(today)) entries.add(new Qualification(kind, day));
    }
}
