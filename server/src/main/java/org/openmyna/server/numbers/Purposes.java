package org.openmyna.server.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.numbers.api.Purpose;

/** Whether a purpose can be written down as it is. */
final class Purposes {
    private static final Pattern PROCEDURE = Pattern.compile("[a-z0-9.-]{1,80}");
    private static final Pattern CASE = Pattern.compile("[A-Za-z0-9-]{1,80}");
    private static final Pattern OFFICER = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,80}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\p{Pd}\\p{Zs}_.ー･・]+");
    private static final int DIGITS = 12;

    private Purposes() {}

    /**
     * @throws PurposeMalformed for a text of another form, or none (MYNA-NUM-009)
     */
    static void mustBeWellFormed(Purpose purpose) {
        must("procedure", purpose.procedure(), PROCEDURE);
        must("case", purpose.caseId(), CASE);
        must("officer", purpose.officer(), OFFICER);
    }

    private static void must(String part, @Nullable String text, Pattern form) {
        if (text == null || !form.matcher(text).matches()) throw new PurposeMalformed(part);
    }

    /** Everything in it that has the form of a My Number: it would be kept and read by many. */
    static List<MyNumber> numbersIn(Purpose purpose) {
        List<MyNumber> found = new ArrayList<>(numbersIn(purpose.procedure()));
        found.addAll(numbersIn(purpose.caseId()));
        found.addAll(numbersIn(purpose.officer()));
        return found;
    }

    /** However it is grouped, in whatever digits. */
    static List<MyNumber> numbersIn(String text) {
        StringBuilder plain = new StringBuilder();
        BETWEEN_DIGITS
                .matcher(text)
                .replaceAll("")
                .codePoints()
                .map(each -> Character.digit(each, 10))
                .forEach(digit -> plain.append(digit < 0 ? 'x' : (char) ('0' + digit)));
        List<MyNumber> found = new ArrayList<>();
        for (int at = 0; at + DIGITS <= plain.length(); at++) {
            try {
                found.add(new MyNumber(plain.substring(at, at + DIGITS)));
            } catch (MynaException none) {
                // another text: most are
                continue;
            }
        }
        return found;
    }
}
