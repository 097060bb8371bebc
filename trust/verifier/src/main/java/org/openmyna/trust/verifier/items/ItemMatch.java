package org.openmyna.trust.verifier.items;

/** How an item of a certificate and one on file agree. */
public sealed interface ItemMatch {
    /** Character by character. */
    record Same() implements ItemMatch {}

    /** Written in two ways: another glyph of a character, another width, 一丁目 and 1-. */
    record SameInOtherWriting() implements ItemMatch {}

    /**
     * Nothing speaks against it, and nobody can tell: the certificate has substitute characters
     * (代替文字) or an unknown part where the item on file has something. A person must look, at the
     * card's image of the name for instance.
     *
     * @param places how many characters, or parts of a date, are open
     */
    record Open(int places) implements ItemMatch {}

    /** They are not the same. */
    record Different() implements ItemMatch {}
}
