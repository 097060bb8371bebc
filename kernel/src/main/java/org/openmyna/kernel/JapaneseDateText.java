package org.openmyna.kernel;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The written forms of a {@link JapaneseDate}. */
final class JapaneseDateText {
    private static final String ERA = "(明治|大正|昭和|平成|令和|[MTSHR])";

    private record Form(Pattern pattern, Function<MatchResult, JapaneseDate> read) {
        Form(String regex, Function<MatchResult, JapaneseDate> read) {
            this(Pattern.compile(regex), read);
        }
    }

    private static final List<Form> TYPED =
            List.of(
                    new Form(
                            "([0-9]{4})(?:([-/.])([0-9]{1,2})\\2([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)",
                            m ->
                                    m.group(3) != null
                                            ? gregorian(number(m, 1), number(m, 3), number(m, 4))
                                            : gregorian(number(m, 1), number(m, 5), number(m, 6))),
                    new Form(
                            ERA
                                    + "([0-9]{1,2}|元)(?:年([0-9]{1,2})月([0-9]{1,2})日|[-/.]([0-9]{1,2})[-/.]([0-9]{1,2}))",
                            m ->
                                    m.group(3) != null
                                            ? inEra(m, number(m, 3), number(m, 4))
                                            : inEra(m, number(m, 5), number(m, 6))),
                    new Form(
                            ERA + "([0-9]{1,2}|元)年([0-9]{1,2})月日不詳",
                            m -> new JapaneseDate.DayUnknown(era(m), yearOfEra(m), number(m, 3))),
                    new Form(
                            ERA + "([0-9]{1,2}|元)年月日不詳",
                            m -> new JapaneseDate.MonthUnknown(era(m), yearOfEra(m))),
                    new Form(ERA + "年月日不詳", m -> new JapaneseDate.YearUnknown(era(m))),
                    new Form("(?:生?年月日)?不詳", m -> new JapaneseDate.Unknown()));

    private static final Pattern CERTIFICATE =
            Pattern.compile("([0-5])([0-9]{4})([0-9]{2})([0-9]{2})");

    private JapaneseDateText() {}

    static JapaneseDate parse(String typed) {
        // Compatibility forms are wanted here and nowhere else: full-width digits, and ㍻ for 平成.
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        for (Form form : TYPED) {
            var matcher = form.pattern().matcher(text);
            if (matcher.matches()) {
                return form.read().apply(matcher);
            }
        }
        throw new DateMalformed(KernelError.DATE_MALFORMED);
    }

    static JapaneseDate parseCertificateForm(String form) {
        var matcher = CERTIFICATE.matcher(form);
        if (!matcher.matches()) {
            throw new DateMalformed(KernelError.DATE_MALFORMED);
        }
        if (form.equals("000000000")) {
            return new JapaneseDate.Unknown();
        }
        int year = number(matcher, 2);
        int month = number(matcher, 3);
        int day = number(matcher, 4);
        if ((year == 0 && month != 0) || (month == 0 && day != 0)) {
            throw new DateMalformed(KernelError.DATE_MALFORMED);
        }
        Era era =
                Era.ofCertificateDigit(form.charAt(0))
                        .orElseThrow(() -> new DateMalformed(KernelError.DATE_MALFORMED));
        if (year == 0) {
            return new JapaneseDate.YearUnknown(era);
        }
        if (month == 0) {
            return new JapaneseDate.MonthUnknown(era, era.yearOfEra(year));
        }
        if (day == 0) {
            return new JapaneseDate.DayUnknown(era, era.yearOfEra(year), month);
        }
        return inEra(era, gregorian(year, month, day));
    }

    private static JapaneseDate.Exact gregorian(int year, int month, int day) {
        try {
            return new JapaneseDate.Exact(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            throw new DateMalformed(KernelError.DATE_DOES_NOT_EXIST);
        }
    }

    private static JapaneseDate inEra(MatchResult typed, int month, int day) {
        Era era = era(typed);
        int year = era.gregorianYear(yearOfEra(typed));
        return inEra(era, gregorian(year, month, day));
    }

    private static JapaneseDate inEra(Era era, JapaneseDate.Exact date) {
        if (date.era() != era) {
            throw new DateOutsideEra(era);
        }
        return date;
    }

    private static Era era(MatchResult typed) {
        String written = typed.group(1);
        for (Era era : Era.values()) {
            if (written.equals(era.japanese()) || written.charAt(0) == era.letter()) {
                return era;
            }
        }
        throw new DateMalformed(KernelError.DATE_MALFORMED);
    }

    private static int yearOfEra(MatchResult typed) {
        return typed.group(2).equals("元") ? 1 : number(typed, 2);
    }

    private static int number(MatchResult typed, int group) {
        return Integer.parseInt(Optional.ofNullable(typed.group(group)).orElseThrow());
    }
}
