package javacard.framework;

/** A secret that is presented, with a limited number of tries. */
public interface PIN {
    byte getTriesRemaining();

    /** Compares; a wrong value costs one try, which is written to memory before the comparison. */
    boolean check(byte[] pin, short offset, byte length);

    boolean isValidated();

    /**
     * Takes back the validation; the try counter goes back to its limit if the PIN was validated.
     */
    void reset();
}
