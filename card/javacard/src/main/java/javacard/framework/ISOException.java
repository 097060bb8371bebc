package javacard.framework;

/** Ends a command with a status word: the reason is the answer (ISO/IEC 7816-4:2020 5.6). */
public class ISOException extends CardRuntimeException {

    public ISOException(short reason) {
        super(reason);
    }

    public static void throwIt(short reason) {
        throw new ISOException(reason);
    }
}
