package javacard.framework;

/** An applet's own checked exception. */
public class UserException extends CardException {

    public UserException(short reason) {
        super(reason);
    }

    public static void throwIt(short reason) throws UserException {
        throw new UserException(reason);
    }
}
