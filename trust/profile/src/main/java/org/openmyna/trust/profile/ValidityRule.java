package org.openmyna.trust.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmyna.kernel.JapaneseDate;

/**
 * How long a card's certificate lives (有効期間, reference 2.6): to the end, in Japan, of the fifth
 * birthday after issue, or of the sixth when it renews one that is about to end; never longer than
 * the card, and a signature certificate never longer than the login certificate beside it.
 *
 * <p>Our choices, where no source tells: a birthday on 29 February falls on the 28th in common
 * years; the birthday on the very day of issue is not one <em>after</em> issue; an unknown month or
 * day of birth counts as the first it can be when the end is worked out, and as the last it can be
 * when the age is.
 *
 * @param birthDate of the holder
 * @param cardLastDay last day on which the card is valid
 * @param renewedEnd when the certificate to be replaced ends; empty at first issue
 */
public record ValidityRule(
        JapaneseDate birthDate, LocalDate cardLastDay, Optional<Instant> renewedEnd) {
    /** All deadlines of JPKI are in Japan's time. */
    public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final int CA_YEARS = 10;

    /** At first issue. */
    public static ValidityRule first(JapaneseDate birthDate, LocalDate cardLastDay) {
        return new ValidityRule(birthDate, cardLastDay, Optional.empty());
    }

    /** When another certificate of the same kind is replaced. */
    public ValidityRule renewing(Instant end) {
        return new ValidityRule(birthDate, cardLastDay, Optional.of(end));
    }

    /** Of a login certificate issued at this moment. */
    public Validity userAuthentication(Instant issuedAt) {
        return to(issuedAt, earlier(lastBirthday(issuedAt), cardLastDay));
    }

    /** Of a signature certificate for a holder without a login certificate. */
    public Validity signature(Instant issuedAt) {
        mustBeOldEnough(issuedAt);
        return userAuthentication(issuedAt);
    }

    /**
     * Of a signature certificate.
     *
     * @param userAuthenticationEnd when the holder's login certificate ends
     * @throws HolderTooYoung below the legal age (MYNA-PRF-016)
     * @throws HolderAgeUnknown if the birth date does not show the age (MYNA-PRF-019)
     */
    public Validity signature(Instant issuedAt, Instant userAuthenticationEnd) {
        Validity alone = signature(issuedAt);
        Instant end =
                Stream.of(alone.notAfter(), userAuthenticationEnd)
                        .min(Instant::compareTo)
                        .orElseThrow();
        return new Validity(alone.notBefore(), end);
    }

    /** Of a CA: ten years, to the end of the day before (reference 1.2). */
    public static Validity certificationAuthority(Instant issuedAt) {
        return to(issuedAt, day(issuedAt).plusYears(CA_YEARS).minusDays(1));
    }

    private LocalDate lastBirthday(Instant issuedAt) {
        LocalDate issueDay = day(issuedAt);
        ValidityTerms terms = ValidityTerms.on(issueDay);
        int birthdays =
                isRenewal(issueDay, terms.renewalMonths())
                        ? terms.birthdaysAtRenewal()
                        : terms.birthdays();
        return birthdayAfter(issueDay, birthdays);
    }

    /** Less than so many months are left, and at least the rest of today. */
    private boolean isRenewal(LocalDate issueDay, int months) {
        return renewedEnd
                .map(ValidityRule::day)
                .map(end -> !issueDay.isAfter(end) && issueDay.isAfter(end.minusMonths(months)))
                .orElse(false);
    }

    /** The n-th birthday after a day. */
    private LocalDate birthdayAfter(LocalDate day, int n) {
        LocalDate born = earliest();
        boolean stillToCome = born.withYear(day.getYear()).isAfter(day);
        return born.withYear(day.getYear() + (stillToCome ? n - 1 : n));
    }

    private void mustBeOldEnough(Instant issuedAt) {
        int atLeast = ValidityTerms.on(day(issuedAt)).signatureAge();
        LocalDate born = latest().orElseThrow(() -> new HolderAgeUnknown(atLeast));
        // 29 February: the year is complete when 28 February is over, which Period counts alike
        int age = Period.between(born, day(issuedAt)).getYears();
        if (age < atLeast) {
            throw new HolderTooYoung(atLeast);
        }
    }

    private LocalDate earliest() {
        int year = part(1, 5);
        // Only the month and the day matter to a birthday; a leap year has all of them.
        return LocalDate.of(
                year == 0 ? 2000 : year, Math.max(part(5, 7), 1), Math.max(part(7, 9), 1));
    }

    private Optional<LocalDate> latest() {
        if (part(1, 5) == 0) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.of(part(1, 5), part(5, 7) == 0 ? 12 : part(5, 7));
        return Optional.of(
                part(7, 9) == 0 ? month.atEndOfMonth() : birthDate.exact().orElseThrow());
    }

    /** Year, month or day of EYYYYMMDD (reference 2.4); zero where unknown. */
    private int part(int from, int to) {
        return Integer.parseInt(birthDate.certificateForm().substring(from, to));
    }

    private static Validity to(Instant issuedAt, LocalDate lastDay) {
        return new Validity(issuedAt, lastDay.atTime(LAST_SECOND).atZone(JAPAN).toInstant());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, JAPAN);
    }
}
