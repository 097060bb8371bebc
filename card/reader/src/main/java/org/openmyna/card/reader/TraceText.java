package org.openmyna.card.reader;

import java.util.Locale;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.kernel.Language;

/** Renders a trace for people: one line of words an event, and the bytes below if wanted. */
public final class TraceText {
    private TraceText() {}

    /**
     * Number, time, command, what it speaks to, lengths, tries, status word in words, section.
     *
     * <p>For example {@code 3 0.4 ms VERIFY form input PIN (form input), 4 bytes hidden, tries 3 →
     * 2: 63C2 2 tries left [reference 4.2]}.
     */
    public static String line(TraceEvent event, Language language) {
        return event.number() + " " + millis(event) + " ms " + words(event, language);
    }

    /** The words alone: two traces of the same conversation have the same. */
    static String remark(TraceEvent event) {
        return words(event, Language.ENGLISH);
    }

    private static String words(TraceEvent event, Language language) {
        var line = new StringBuilder(command(event).in(language));
        line.append(target(event, language));
        if (event.data().length() > 0) line.append(sent(event, language));
        if (event.answer().length() > 0) line.append(received(event, language));
        line.append(tries(event, language));
        line.append(separator(language)).append(outcome(event, language));
        return line.append(reference(event, language)).toString();
    }

    /** The same with both byte rows below, hidden bytes as their number in brackets. */
    public static String lines(TraceEvent event, Language language) {
        return line(event, language)
                + "\n    > "
                + RecordedExchange.command(event.header(), event.data(), event.expected())
                + "\n    < "
                + (event.lost() ? "-" : RecordedExchange.answer(event.answer(), event.status()));
    }

    private static Words command(TraceEvent event) {
        for (CommandKind kind : CommandKind.values()) {
            if (kind.words().english().equals(event.command())) {
                return new Words(kind.words().japanese() + " " + event.command(), event.command());
            }
        }
        return new Words(event.command(), event.command());
    }

    private static String target(TraceEvent event, Language language) {
        String application =
                event.application().map(a -> ApplicationWords.of(a).in(language)).orElse("?");
        return event.file()
                .map(file -> " " + file(file, language) + bracket(application, language))
                .orElse(bracket(application, language));
    }

    private static String file(CardFile file, Language language) {
        return "%04X %s".formatted(file.id(), FileWords.of(file).in(language));
    }

    private static String bracket(String text, Language language) {
        return language == Language.JAPANESE ? "（" + text + "）" : " (" + text + ")";
    }

    private static String sent(TraceEvent event, Language language) {
        int length = event.data().length();
        return event.data().isHidden()
                ? new Words("、秘匿 " + length + " バイト", ", " + length + " bytes hidden").in(language)
                : new Words("、" + length + " バイト", ", " + length + " bytes").in(language);
    }

    private static String received(TraceEvent event, Language language) {
        int length = event.answer().length();
        return new Words("、応答 " + length + " バイト", ", answers " + length + " bytes").in(language);
    }

    private static String tries(TraceEvent event, Language language) {
        if (event.triesAfter().isEmpty()) return "";
        String after = Integer.toString(event.triesAfter().getAsInt());
        String both =
                event.triesBefore().isPresent()
                        ? event.triesBefore().getAsInt() + " → " + after
                        : after;
        return new Words("、残り回数 " + both, ", tries " + both).in(language);
    }

    private static String outcome(TraceEvent event, Language language) {
        if (event.lost()) return new Words("通信が切れた", "the connection was lost").in(language);
        return event.status() + " " + StatusWords.of(event.status()).in(language);
    }

    private static String separator(Language language) {
        return language == Language.JAPANESE ? "：" : ": ";
    }

    private static String reference(TraceEvent event, Language language) {
        return new Words("［参照 " + event.section() + "］", " [reference " + event.section() + "]")
                .in(language);
    }

    private static String millis(TraceEvent event) {
        return String.format(Locale.ROOT, "%.1f", event.took().toNanos() / 1e6);
    }
}
