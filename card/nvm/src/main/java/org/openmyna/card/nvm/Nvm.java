package org.openmyna.card.nvm;

/** The card's memory while it has power. */
public final class Nvm {
    private Nvm() {}

    public static Nvm current() {
        throw new IllegalStateException("No card is running on this thread.");
    }

    public void copy(byte[] source, int from, byte[] target, int to, int length) {}

    public void copyNonAtomic(byte[] source, int from, byte[] target, int to, int length) {}

    public void fill(byte[] array, int offset, int length, byte value) {}

    public void fillNonAtomic(byte[] array, int offset, int length, byte value) {}

    public void storeShortBytes(byte[] array, int offset, short value) {}

    public boolean transactionOpen() {
        return false;
    }

    public void beginTransaction() {}

    public void commitTransaction() {}

    public void abortTransaction() {}

    public int unusedCommitBytes() {
        return 0;
    }

    public int maxCommitBytes() {
        return 0;
    }

    public int freeBytes() {
        return 0;
    }

    public byte transience(Object object) {
        return 0;
    }

    public boolean[] newTransientBooleans(int length, Clearing clearing) {
        return new boolean[length];
    }

    public byte[] newTransientBytes(int length, Clearing clearing) {
        return new byte[length];
    }

    public short[] newTransientShorts(int length, Clearing clearing) {
        return new short[length];
    }

    public Object[] newTransientReferences(int length, Clearing clearing) {
        return new Object[length];
    }
}
