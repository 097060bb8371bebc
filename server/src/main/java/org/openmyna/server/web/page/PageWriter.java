package org.openmyna.server.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Turns templates, which were compiled with the program, into bytes. */
public final class PageWriter {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    PageWriter.class.getClassLoader(),
                    "org.openmyna.server");

    private final Texts frame = Texts.beside(PageWriter.class);
    private final Assets assets;
    private final SandboxDate date;

    PageWriter(Assets assets, SandboxDate date) {
        engine.setTrimControlStructures(true);
        this.assets = assets;
        this.date = date;
    }

    /** For an organisation. */
    public Pages of(Service service) {
        return new Pages(this, service);
    }

    /** What the frame says; problems say nothing else. */
    Texts frame() {
        return frame;
    }

    Words words(PageLanguage language, Service service) {
        return new Words(language, service.texts(), frame);
    }

    byte[] write(PageDraft draft, String template, Map<String, Object> parts) {
        Words words = words(draft.place.choices().language(), draft.service);
        Map<String, Object> all = new HashMap<>(parts);
        all.put("page", new Page(draft, words, assets, date.moved()));
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + ".jte", all, output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }
}
