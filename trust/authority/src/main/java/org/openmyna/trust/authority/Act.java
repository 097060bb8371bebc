package org.openmyna.trust.authority;

/**
 * Something that happens to certificates, decided under the legal clock, written with others of its
 * batch. It either changes the page as a whole or throws and leaves it as it was.
 *
 * @param <T> what the caller hears after the commit
 */
interface Act<T> {
    /** Says what it wants to see. */
    void prepare(Needs needs);

    /**
     * Decides and changes the page.
     *
     * @throws org.openmyna.kernel.MynaException if it may not happen
     */
    T on(Page page);
}
