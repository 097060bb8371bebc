package org.openmyna.card.javacard.specimen;

import javacard.framework.Shareable;

/** What a vault lets another applet and the host do with it. */
public interface Drafts extends Shareable {
    /** Inside the caller's transaction: every draft changes places with its content. */
    void adopt();

    /** The first byte of the content. */
    byte content();

    /** Erases the secret key. */
    void erase();
}
