package org.openmyna.card.protocol;

/**
 * The four bytes with which the basic information (AP基本情報) of an application begins. What the last
 * two mean is not public; nothing is refused.
 *
 * @param specification version of the application's specification, 0 to 255
 * @param extendedLength which commands may have extended Lc and Le: 3 on the cards seen
 * @param vendor 0 to 255
 * @param vendorSpecific 0 to 255
 */
public record ApplicationInformation(
        int specification, int extendedLength, int vendor, int vendorSpecific) {
    /**
     * @throws CardFileMalformed if a number is no byte
     */
    public ApplicationInformation {
        for (int octet : new int[] {specification, extendedLength, vendor, vendorSpecific}) {
            if (octet < 0 || octet > 0xFF) {
                throw new CardFileMalformed("basic information", "bytes lie in 00 to FF");
            }
        }
    }

    byte[] encode() {
        return new byte[] {
            (byte) specification, (byte) extendedLength, (byte) vendor, (byte) vendorSpecific
        };
    }

    /** Four bytes. */
    static ApplicationInformation decode(byte[] value) {
        return new ApplicationInformation(
                value[0] & 0xFF, value[1] & 0xFF, value[2] & 0xFF, value[3] & 0xFF);
    }
}
