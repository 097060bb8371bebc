package org.openmyna.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.reader.ExplainedTrace;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.TraceContents;
import org.openmyna.card.reader.TraceEvent;
import org.openmyna.card.reader.TraceText;
import org.openmyna.card.reader.TracedBytes;
import org.openmyna.kernel.Language;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.JpkiCertificate;

/** Explains the conversation with each card that a command opens, one line or more a command. */
final class Tracer {
    /** How an event is told. */
    enum Form {
        WORDS,
        WORDS_AND_BYTES,
        JSON
    }

    private final Language language;
    private final Form form;
    private final Consumer<String> lines;

    /**
     * @param lines gets one event at a time, without the last line end
     */
    Tracer(Language language, Form form, Consumer<String> lines) {
        this.language = language;
        this.form = form;
        this.lines = lines;
    }

    /**
     * Listens to a channel. What its files hold is told only if the login certificate on the card
     * is one of the TEST hierarchy; looking at it selects the JPKI application.
     */
    CardChannel over(CardChannel channel) {
        return over(channel, contentsOf(channel));
    }

    CardChannel over(CardChannel channel, TraceContents contents) {
        return ExplainedTrace.over(channel, contents, event -> lines.accept(told(event)));
    }

    /** Whose card it is, as far as its login certificate says; in doubt somebody's own. */
    static TraceContents contentsOf(CardChannel channel) {
        try {
            byte[] certificate =
                    JpkiClient.select(channel).certificate(JpkiKey.USER_AUTHENTICATION);
            return JpkiCertificate.parse(certificate).hierarchy() == Hierarchy.TEST
                    ? TraceContents.TEST_CARD
                    : TraceContents.LENGTHS_ONLY;
        } catch (MynaException unreadable) {
            return TraceContents.LENGTHS_ONLY; // blank, terminated, or no card of this kind
        }
    }

    private String told(TraceEvent event) {
        return switch (form) {
            case WORDS -> aligned(TraceText.line(event, language));
            case WORDS_AND_BYTES -> aligned(TraceText.lines(event, language));
            case JSON -> Voice.asJson(data(event));
        };
    }

    /** Number and time in columns. */
    private static String aligned(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 3) return line;
        return "%4s %7s %s".formatted(parts[0], parts[1], parts[2]);
    }

    private static Map<String, Object> data(TraceEvent event) {
        var map = new LinkedHashMap<String, Object>();
        map.put("number", event.number());
        map.put("command", event.command());
        event.application().ifPresent(each -> map.put("application", word(each)));
        event.file().ifPresent(each -> map.put("file", "%04X".formatted(each.id())));
        map.put("header", event.header());
        map.put("data", data(event.data()));
        map.put("expected", event.expected());
        map.put("answer", data(event.answer()));
        map.put("status", event.status().toString());
        event.triesBefore().ifPresent(tries -> map.put("triesBefore", tries));
        event.triesAfter().ifPresent(tries -> map.put("triesAfter", tries));
        map.put("section", event.section());
        map.put("micros", event.took().toNanos() / 1000);
        map.put("lost", event.lost());
        return map;
    }

    private static Map<String, Object> data(TracedBytes bytes) {
        var map = new LinkedHashMap<String, Object>();
        map.put("length", bytes.length());
        bytes.hex().ifPresent(hex -> map.put("hex", hex));
        return map;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
