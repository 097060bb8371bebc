package org.openmyna.card.nvm.specimen;

/**
 * What the tests do with the root of their card; not woven, so that both sides of a class loader
 * know it.
 */
public interface Book {
    /** One transaction over everything. */
    void enter(int amount);

    void enterAndAbort(int amount);

    /** One atomic copy into the text. */
    void write(byte[] bytes, int offset);

    /** A counter outside all transactions. */
    void countDown();

    void countDownInTransaction(boolean commit);

    void scribble(int value);

    void fillAll();

    void keep(Object object);

    void grow();

    /** Empties references in a transaction, says what it sees, and what it sees after the abort. */
    String emptyAndAbort();

    /** Moves a sleeping object behind another reference, in a transaction. */
    void move();

    String read();

    /** How often {@link #read} ran since power-on: kept in RAM. */
    int readings();
}
