package org.openmyna.card.applets;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One command in one state of a card.
 *
 * @param application {@link #DOMAIN}, {@link #CHANNEL} or the name of one of the five
 * @param command in words
 * @param file the file that it is about, or nothing; rows that differ in it alone are shown as one
 * @param state of the card before it, in words
 * @param image what the card's memory holds
 * @param before brings the card from there to the state; not cut
 * @param act the command
 * @param others it stands for all instructions of its class that are answered like one that does
 *     not exist
 */
record PowerCutRow(
        String application,
        String command,
        String file,
        String state,
        PowerCutRule rule,
        Function<MapWorld, byte[]> image,
        Consumer<MapCard> before,
        Consumer<MapCard> act,
        boolean others) {

    static final String DOMAIN = "Issuer security domain";
    static final String CHANNEL = "Issuer channel";

    @Override
    public String toString() {
        return application + ": " + command + " " + file + ", " + state;
    }
}
