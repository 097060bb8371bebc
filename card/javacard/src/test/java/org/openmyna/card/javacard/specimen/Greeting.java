package org.openmyna.card.javacard.specimen;

import javacard.framework.Shareable;

/** What the purse offers to other applets and to the host. */
public interface Greeting extends Shareable {
    short balance();
}
