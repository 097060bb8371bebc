package org.openmyna.trust.lint;

/** Bytes are not strict DER, or not of the type that stands there. Inside this room only. */
final class DerMalformed extends Exception {
    private static final long serialVersionUID = 1L;
    private final String expected;
    private final String found;

    DerMalformed(String expected, String found) {
        super(expected, null, false, false);
        this.expected = expected;
        this.found = found;
    }

    String expected() {
        return expected;
    }

    String found() {
        return found;
    }
}
