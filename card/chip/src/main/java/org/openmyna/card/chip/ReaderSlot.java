package org.openmyna.card.chip;

/** The two slots of vpcd, the virtual reader of pcscd, as its Debian package sets them up. */
public enum ReaderSlot {
    FIRST(35963, "Virtual PCD 00 00"),
    SECOND(35964, "Virtual PCD 00 01");

    private final int port;
    private final String readerName;

    ReaderSlot(int port, String readerName) {
        this.port = port;
        this.readerName = readerName;
    }

    /** The loopback port on which vpcd waits for the card of this slot. */
    public int port() {
        return port;
    }

    /** What PC/SC programs call this slot. */
    public String readerName() {
        return readerName;
    }
}
