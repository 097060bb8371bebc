package org.openmyna.card.applets;

/** The PINs of which any one opens a file; none at all: the file is free. Never changes. */
final class Openers {

    private final PinFile[] pins;

    Openers() {
        pins = new PinFile[0];
    }

    Openers(PinFile only) {
        pins = new PinFile[] {only};
    }

    Openers(PinFile one, PinFile other) {
        pins = new PinFile[] {one, other};
    }

    Openers(PinFile one, PinFile two, PinFile three) {
        pins = new PinFile[] {one, two, three};
    }

    boolean areMet() {
        for (short i = 0; i < (short) pins.length; i++) {
            if (pins[i].isVerified()) {
                return true;
            }
        }
        return pins.length == 0;
    }
}
