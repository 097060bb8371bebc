package javacard.framework;

import org.jspecify.annotations.Nullable;
import org.openmyna.card.javacard.machine.Machine;
import org.openmyna.card.nvm.Clearing;
import org.openmyna.card.nvm.Nvm;

/** Transactions, transient arrays, applets looking at one another. */
public final class JCSystem {
    public static final byte MEMORY_TYPE_PERSISTENT = 0;
    public static final byte MEMORY_TYPE_TRANSIENT_RESET = 1;
    public static final byte MEMORY_TYPE_TRANSIENT_DESELECT = 2;
    public static final byte NOT_A_TRANSIENT_OBJECT = 0;
    public static final byte CLEAR_ON_RESET = 1;
    public static final byte CLEAR_ON_DESELECT = 2;

    private static final short JAVA_CARD_3_0_5 = 0x0305;

    private JCSystem() {}

    public static short getVersion() {
        return JAVA_CARD_3_0_5;
    }

    public static void beginTransaction() {
        if (memory().transactionOpen()) {
            TransactionException.throwIt(TransactionException.IN_PROGRESS);
        }
        memory().beginTransaction();
    }

    public static void commitTransaction() {
        requireTransaction();
        memory().commitTransaction();
    }

    /** All persistent fields and arrays hold their old values again when this returns. */
    public static void abortTransaction() {
        requireTransaction();
        memory().abortTransaction();
    }

    public static byte getTransactionDepth() {
        return (byte) (memory().transactionOpen() ? 1 : 0);
    }

    /**
     * In bytes of data that are written one after another; scattered bytes need up to four times
     * the room.
     */
    public static short getUnusedCommitCapacity() {
        return (short) Math.min(memory().unusedCommitBytes(), Short.MAX_VALUE);
    }

    public static short getMaxCommitCapacity() {
        return (short) Math.min(memory().maxCommitBytes(), Short.MAX_VALUE);
    }

    /** How many bytes are left; the largest short if there are more. */
    public static short getAvailableMemory(byte memoryType) {
        return (short)
                Math.min(
                        memoryType == MEMORY_TYPE_PERSISTENT
                                ? memory().freeBytes()
                                : Short.MAX_VALUE,
                        Short.MAX_VALUE);
    }

    public static byte isTransient(@Nullable Object object) {
        return object == null ? NOT_A_TRANSIENT_OBJECT : memory().transience(object);
    }

    public static boolean[] makeTransientBooleanArray(short length, byte event) {
        return memory().newTransientBooleans(length, clearing(event));
    }

    public static byte[] makeTransientByteArray(short length, byte event) {
        return memory().newTransientBytes(length, clearing(event));
    }

    public static short[] makeTransientShortArray(short length, byte event) {
        return memory().newTransientShorts(length, clearing(event));
    }

    public static Object[] makeTransientObjectArray(short length, byte event) {
        return memory().newTransientReferences(length, clearing(event));
    }

    public static @Nullable AID getAID() {
        return Machine.current().activeAid();
    }

    public static @Nullable AID lookupAID(byte[] buffer, short offset, byte length) {
        return Machine.current().lookupAid(buffer, offset, length);
    }

    public static @Nullable AID getPreviousContextAID() {
        return Machine.current().previousContextAid();
    }

    public static @Nullable Shareable getAppletShareableInterfaceObject(
            AID server, byte parameter) {
        return Machine.current().shareableOf(server, parameter);
    }

    public static byte getAssignedChannel() {
        return 0;
    }

    public static boolean isAppletActive(AID aid) {
        return aid.equals(Machine.current().selectedAid());
    }

    public static boolean isObjectDeletionSupported() {
        return false;
    }

    public static void requestObjectDeletion() {
        SystemException.throwIt(SystemException.ILLEGAL_USE);
    }

    private static Nvm memory() {
        return Machine.memory();
    }

    private static void requireTransaction() {
        if (!memory().transactionOpen()) {
            TransactionException.throwIt(TransactionException.NOT_IN_PROGRESS);
        }
    }

    private static Clearing clearing(byte event) {
        return switch (event) {
            case CLEAR_ON_RESET -> Clearing.ON_RESET;
            case CLEAR_ON_DESELECT -> Clearing.ON_DESELECT;
            default -> throw new SystemException(SystemException.ILLEGAL_VALUE);
        };
    }
}
