package javacardx.apdu;

/**
 * Marks applets that take extended-length APDUs; for all others the runtime answers {@code 6700}.
 */
public interface ExtendedLength {}
