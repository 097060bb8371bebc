package org.openmyna.server.cards.api;

import org.openmyna.kernel.SecurityCode;

/**
 * What is printed on the front of a card beside its holder's data; together with well-known dates
 * it opens the four items on the chip.
 *
 * @param securityCode under the photo
 * @param serial 製造番号, 16 digits
 */
public record PrintedCodes(SecurityCode securityCode, String serial) {
    /** It leads to a person. */
    @Override
    public String toString() {
        return "PrintedCodes[hidden]";
    }
}
