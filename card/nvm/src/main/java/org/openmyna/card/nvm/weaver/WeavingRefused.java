package org.openmyna.card.nvm.weaver;

/** A class does something whose effect on the card's memory the weaver does not know. */
public final class WeavingRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    WeavingRefused(String className, String why) {
        super(className.replace('/', '.') + " cannot live on a card: " + why);
    }
}
