package org.openmyna.server.web.page;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.web.Origin;

/** All that the layout shows around a page's own content. Made by {@link PageDraft}. */
public final class Page {
    private final PageDraft draft;
    private final Words words;
    private final Assets assets;
    private final Optional<LocalDate> sandboxDate;
    private final List<Mistake> mistakes;

    Page(PageDraft draft, Words words, Assets assets, Optional<LocalDate> sandboxDate) {
        this.draft = draft;
        this.words = words;
        this.assets = assets;
        this.sandboxDate = sandboxDate;
        this.mistakes = draft.mistakes.in(words);
    }

    /** A text for the body, with furigana. */
    public Content text(String key, Object... arguments) {
        return words.rich(key, arguments);
    }

    /** A text for attributes and titles. */
    public String plain(String key, Object... arguments) {
        return words.plain(key, arguments);
    }

    public Words words() {
        return words;
    }

    public Choices choices() {
        return draft.place.choices();
    }

    public Service service() {
        return draft.service;
    }

    public String lang() {
        return choices().language().tag();
    }

    /** The heading. */
    public Content title() {
        return words.rich(draft.titleKey, draft.titleArguments());
    }

    /** What the window is called: 見出し – サービス – OpenMyna（試験用）. */
    public String windowTitle() {
        String plain = words.plain(draft.titleKey, draft.titleArguments());
        return (mistakes.isEmpty() ? "" : words.plain("frame.error.before"))
                + plain
                + " – "
                + words.plain("service")
                + " – "
                + words.plain("frame.product");
    }

    public List<Crumb> crumbs() {
        return draft.crumbs;
    }

    /** Links of the header, of pages that have some. */
    public List<Crumb> menu() {
        return draft.menu;
    }

    /** Nothing where there are mistakes: one message at a time. */
    public @Nullable Banner banner() {
        return mistakes.isEmpty() ? draft.banner : null;
    }

    /** Heading and text of the banner. */
    public Content bannerText(Banner banner, String suffix) {
        return words.rich(banner.key() + suffix, banner.all());
    }

    public boolean has(String key) {
        return words.has(key);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }

    /** What is wrong with a field; nothing if it is right. */
    public @Nullable Mistake mistake(String field) {
        return mistakes.stream()
                .filter(each -> each.field().equals(field))
                .findFirst()
                .orElse(null);
    }

    /** What was typed before. */
    public Typed typed() {
        return draft.typed;
    }

    /** The form whose content outlives a change of language; nothing if the page has none. */
    public @Nullable String form() {
        return draft.form;
    }

    /** Who is at work, of pages that know. */
    public @Nullable String person() {
        return draft.person;
    }

    /** This page with one thing changed. */
    public String here(String token) {
        return draft.place.here(token);
    }

    /** A page of another organisation. */
    public String at(Origin origin, String path) {
        return draft.place.at(origin, path);
    }

    /** The day by the legal clock, if that was moved. */
    public @Nullable LocalDate sandboxDate() {
        return sandboxDate.orElse(null);
    }

    /** Where a file of the layout is. */
    public String asset(String name) {
        return assets.path(name);
    }

    /** Seconds between two looks whether the page has become another; 0 if it does not. */
    public int watchSeconds() {
        return draft.watchSeconds;
    }

    /** Seconds after which the page locks itself; 0 if never. */
    public int lockSeconds() {
        return draft.lockSeconds;
    }

    /** Where a page is locked, and from where on work goes on after that. */
    public String lock() {
        return "/lock?at=" + draft.place.path();
    }

    /** The key that does what a link or button of the header does; nothing if none. */
    public @Nullable String key(String path) {
        return draft.keys.get(path);
    }

    /** Seconds until the page is asked for again without a script; nothing if never. */
    public @Nullable String refresh() {
        return draft.refreshSeconds == 0 ? null : String.valueOf(draft.refreshSeconds);
    }
}
