package org.openmyna.server.web.page;

/** The pages of one organisation. */
public final class Pages {
    private final PageWriter writer;
    private final Service service;

    Pages(PageWriter writer, Service service) {
        this.writer = writer;
        this.service = service;
    }

    /**
     * Begins a page.
     *
     * @param titleKey of its heading
     */
    public PageDraft page(Visit visit, String titleKey, Object... arguments) {
        return new PageDraft(writer, service, visit.place(), titleKey, arguments);
    }

    /** What is said to this visitor. */
    public Words words(Visit visit) {
        return writer.words(visit.choices().language(), service);
    }
}
