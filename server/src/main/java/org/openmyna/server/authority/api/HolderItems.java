package org.openmyna.server.authority.api;

/**
 * Four items (基本4情報) as a card writes them.
 *
 * @param birthDate eight digits, zeros for what is not known
 * @param sex the digit of the card
 */
public record HolderItems(String name, String address, String birthDate, String sex) {
    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "HolderItems[hidden]";
    }
}
