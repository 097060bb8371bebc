package javacard.framework;

import org.jspecify.annotations.Nullable;
import org.openmyna.card.nvm.InNvm;

/**
 * The name of an application: 5 to 16 bytes (ISO/IEC 7816-4:2020 12.2.3); the first five name the
 * provider.
 */
@InNvm
public class AID {
    private static final int PROVIDER_BYTES = 5;
    private static final int LONGEST = 16;

    private final byte[] name;

    public AID(byte[] source, short offset, byte length) {
        if (length < PROVIDER_BYTES || length > LONGEST) {
            SystemException.throwIt(SystemException.ILLEGAL_VALUE);
        }
        name = new byte[length];
        Util.arrayCopy(source, offset, name, (short) 0, length);
    }

    /** Copies the whole name; returns its length. */
    public final byte getBytes(byte[] destination, short offset) {
        Util.arrayCopy(name, (short) 0, destination, offset, (short) name.length);
        return (byte) name.length;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof AID aid && same(aid.name, (short) 0, (short) aid.name.length);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (byte part : name) {
            hash = 31 * hash + part;
        }
        return hash;
    }

    public final boolean equals(byte[] other, short offset, byte length) {
        return same(other, offset, length);
    }

    /** True if the name begins with the given bytes. */
    public final boolean partialEquals(byte[] other, short offset, byte length) {
        return length >= 0
                && length <= name.length
                && Util.arrayCompare(other, offset, name, (short) 0, length) == 0;
    }

    public final boolean RIDEquals(AID other) {
        return partialEquals(other.name, (short) 0, (byte) PROVIDER_BYTES);
    }

    /** Copies a part of the name; a length of 0 means all the rest. */
    public final byte getPartialBytes(short from, byte[] destination, short offset, byte length) {
        short copied = length == 0 ? (short) (name.length - from) : length;
        Util.arrayCopy(name, from, destination, offset, copied);
        return (byte) copied;
    }

    private boolean same(byte[] other, short offset, short length) {
        return length == name.length
                && Util.arrayCompare(other, offset, name, (short) 0, length) == 0;
    }
}
