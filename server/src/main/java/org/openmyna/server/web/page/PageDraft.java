package org.openmyna.server.web.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page that is being put together; {@link #show} ends it. */
public final class PageDraft {
    final Service service;
    final Place place;
    final String titleKey;
    private final List<Object> titleArguments;
    private final PageWriter writer;

    final List<Crumb> crumbs = new ArrayList<>();
    final List<Crumb> menu = new ArrayList<>();
    Mistakes mistakes = Mistakes.none();
    Typed typed = Typed.nothing();
    private final List<String> formTargets = new ArrayList<>();
    @Nullable Banner banner;
    @Nullable String form;
    @Nullable String person;
    int refreshSeconds;
    int watchSeconds;
    int lockSeconds;
    final Map<String, String> keys = new HashMap<>();
    private int status = 200;

    PageDraft(
            PageWriter writer,
            Service service,
            Place place,
            String titleKey,
            Object... titleArguments) {
        this.writer = writer;
        this.service = service;
        this.place = place;
        this.titleKey = titleKey;
        this.titleArguments = List.of(titleArguments);
    }

    Object[] titleArguments() {
        return titleArguments.toArray();
    }

    /** A page above this one, from the top down. */
    public PageDraft under(String path, String key) {
        crumbs.add(new Crumb(path, key));
        return this;
    }

    /** A link in the header. */
    public PageDraft link(String path, String key) {
        menu.add(new Crumb(path, key));
        return this;
    }

    /** A message before the heading. */
    public PageDraft with(Banner message) {
        banner = message;
        return this;
    }

    /**
     * The page has a form that is sent by POST: what was typed and what is wrong with it. With
     * mistakes the answer is 422.
     *
     * @param id of the form; what was typed there outlives a change of language
     */
    public PageDraft form(String id, Typed before, Mistakes wrong) {
        form = id;
        typed = before;
        mistakes = wrong;
        if (!wrong.isEmpty()) status = 422;
        return this;
    }

    /** Who is at work: shown in the header with a way out. */
    public PageDraft as(String name) {
        person = name;
        return this;
    }

    /**
     * A form of the page is answered with a redirect to this origin: browsers follow it only if the
     * page said so.
     *
     * @param origin scheme, host and port; of a private scheme {@code scheme:}
     */
    public PageDraft formLeadsTo(String origin) {
        formTargets.add(origin);
        return this;
    }

    /** Asked for again by the browser, without a script. */
    public PageDraft refreshedEvery(int seconds) {
        refreshSeconds = seconds;
        return this;
    }

    /**
     * Shows what it has become by itself, as soon as it is another.
     *
     * @param seconds between two looks
     * @param otherwise seconds until it is asked for again without a script
     */
    public PageDraft watchedEvery(int seconds, int otherwise) {
        watchSeconds = seconds;
        return refreshedEvery(otherwise);
    }

    /**
     * Who is at work may lock the page, and it locks itself after a while: it sends its form, as it
     * is, to {@code /lock?at=<path>}. Without a script its content is only covered.
     */
    public PageDraft lockedAfter(int seconds) {
        lockSeconds = seconds;
        return this;
    }

    /**
     * A key does what a link or button of the header does.
     *
     * @param path of the link
     * @param key as a keyboard event names it, such as {@code F2}
     */
    public PageDraft key(String path, String key) {
        keys.put(path, key);
        return this;
    }

    /** No key does what this link does. */
    public PageDraft noKey(String path) {
        keys.remove(path);
        return this;
    }

    /**
     * @param template under {@code src/main/jte}, without its ending: {@code counter/find}
     * @param parts the template's further parameters, by name
     */
    public HtmlPage show(String template, Map<String, Object> parts) {
        return new HtmlPage(
                status,
                choices().language().tag(),
                formTargets,
                writer.write(this, template, parts));
    }

    private Choices choices() {
        return place.choices();
    }
}
