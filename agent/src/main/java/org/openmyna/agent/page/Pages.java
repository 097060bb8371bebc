package org.openmyna.agent.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes pages, from templates that were compiled with the program. */
public final class Pages {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    Pages.class.getClassLoader(),
                    "org.openmyna.agent.template");

    private final boolean shared;

    /**
     * @param shared whether many people use this machine
     */
    public Pages(boolean shared) {
        this.shared = shared;
        engine.setTrimControlStructures(true);
    }

    /**
     * What a page is written for.
     *
     * @param csrf token of the session, for forms
     * @param refresh {@code content} of a meta refresh
     * @param state that a script compares, empty for none
     * @param notice said above the page
     * @param path of the page itself
     */
    public record Reader(
            Choices choices,
            String csrf,
            Optional<Mark> mark,
            Optional<String> refresh,
            String state,
            Optional<Notice> notice,
            String path) {}

    /** A page in UTF-8. */
    public byte[] write(Screen screen, Reader reader) {
        Page page = page(screen);
        var frame =
                new View.Frame(
                        reader.choices(),
                        reader.csrf(),
                        reader.mark(),
                        shared,
                        reader.refresh(),
                        reader.state(),
                        reader.notice(),
                        reader.path());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("view", new View(screen, frame, page.title()));
        values.put("screen", screen);
        var output = new Utf8ByteOutput();
        engine.render(page.template() + ".jte", values, output);
        var bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    private record Page(String template, String title) {}

    private static Page page(Screen screen) {
        return switch (screen) {
            case Screen.Home _ -> new Page("home", "home.title");
            case Screen.Opening _ -> new Page("opening", "opening.title");
            case Screen.Leaving _ -> new Page("leaving", "leaving.title");
            case Screen.Queued _ -> new Page("queued", "queued.title");
            case Screen.Refused _ -> new Page("refused", "refused.title");
            case Screen.Unregistered _ -> new Page("unregistered", "unregistered.title");
            case Screen.NoCard(var _, boolean reader) ->
                    new Page("nocard", reader ? "nocard.title" : "noreader.title");
            case Screen.Choosing _ -> new Page("choosing", "choosing.title");
            case Screen.Trouble _ -> new Page("trouble", "trouble.title");
            case Screen.LastTry _ -> new Page("lasttry", "lasttry.title");
            case Screen.Pins _ -> new Page("pins", "pins.title");
            case Screen.Done _ -> new Page("done", "done.title");
            case Screen.Cancelled _ -> new Page("cancelled", "cancelled.title");
        };
    }

    /** A file that pages load: {@code agent.css}, {@code agent.js}, {@code icon.svg}. */
    public static byte[] file(String name) {
        try (InputStream file = Pages.class.getResourceAsStream(name)) {
            if (file == null) throw new IllegalStateException(name + " is not in the program");
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
