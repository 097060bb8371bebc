package org.openmyna.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.Language;
import org.openmyna.kernel.MynaException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a command says, and in which language: sentences, or JSON where {@code --json} was asked.
 */
final class Voice {
    private final PrintStream out;
    private final PrintStream err;
    private final Language language;
    private final boolean json;
    private final ResourceBundle messages;

    Voice(PrintStream out, PrintStream err, Language language, boolean json) {
        this.out = out;
        this.err = err;
        this.language = language;
        this.json = json;
        this.messages = Main.messages(language);
    }

    Language language() {
        return language;
    }

    boolean speaksJson() {
        return json;
    }

    /** The sentence of this key with its values filled in. */
    String words(String key, Object... values) {
        return MessageFormat.format(messages.getString(key), values);
    }

    /** Says a sentence; stays silent where JSON was asked. */
    void say(String key, Object... values) {
        if (!json) out.println(words(key, values));
    }

    /** Prints a line as it is; stays silent where JSON was asked. */
    void line(String text) {
        if (!json) out.println(text);
    }

    /** Where asides go, for a command that has many. */
    PrintStream side() {
        return err;
    }

    /** Runs another command line that speaks to the same streams. */
    int run(Map<String, String> environment, Optional<Tracer> tracer, String... arguments) {
        return Main.run(out, err, environment, tracer, arguments);
    }

    /** Writes bytes as they are; stays silent where JSON was asked. */
    void raw(byte[] bytes) {
        if (json) return;
        out.writeBytes(bytes);
        out.flush();
    }

    /** Takes bytes as they come, for a command that does not speak JSON. */
    OutputStream stream() {
        return out;
    }

    /** Says something beside the result: a warning, a hint, progress. */
    void aside(String key, Object... values) {
        err.println(words(key, values));
    }

    /** Prints data as one JSON document; stays silent where sentences were asked. */
    void data(Object data) {
        if (json) out.println(asJson(data));
    }

    /**
     * Says why a command failed.
     *
     * @return exit code 1
     */
    int failed(Throwable failure) {
        if (failure instanceof MynaException named) {
            if (json) data(Map.of("error", described(named)));
            else err.println(named.errorCode().code() + " " + named.text(language));
        } else {
            err.println(words("unexpected", failure));
            failure.printStackTrace(err);
        }
        return 1;
    }

    private static Map<String, Object> described(MynaException failure) {
        var map = new LinkedHashMap<String, Object>();
        map.put("code", failure.errorCode().code());
        map.put("audience", failure.errorCode().audience().name());
        map.put("ja", failure.text(Language.JAPANESE));
        map.put("en", failure.text(Language.ENGLISH));
        map.put("details", failure.details());
        return map;
    }

    /**
     * A JSON object whose members stay in this order.
     *
     * @param namesAndValues by turns
     */
    static Map<String, Object> object(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            map.put(namesAndValues[at].toString(), namesAndValues[at + 1]);
        }
        return map;
    }

    static String asJson(Object data) {
        var text = new StringWriter();
        try (JsonGenerator generator =
                JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
            write(generator, data);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, @Nullable Object value) {
        switch (value) {
            case null -> generator.writeNull();
            case Map<?, ?> map -> {
                generator.writeStartObject();
                map.forEach((name, member) -> {
                    generator.writeName(String.valueOf(name));
                    write(generator, member);
                });
                generator.writeEndObject();
            }
            case Path path -> generator.writeString(path.toString()); // it is an Iterable too
            case Iterable<?> list -> {
                generator.writeStartArray();
                list.forEach(member -> write(generator, member));
                generator.writeEndArray();
            }
            case Boolean flag -> generator.writeBoolean(flag);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            default -> generator.writeString(value.toString());
        }
    }
}
