package org.openmyna.card.nvm;

/**
 * Which way a store takes: into the open transaction, or straight through the door. The first store
 * after power-on takes the clean mark away.
 */
final class Stores {
    private final CardMemory memory;
    private final Header header;
    private final Journal journal;
    private boolean clean;

    Stores(CardMemory memory, Header header, Journal journal) {
        this.memory = memory;
        this.header = header;
        this.journal = journal;
        clean = header.clean();
    }

    boolean transactionOpen() {
        return journal.isOpen();
    }

    /** A word as the running code has to see it: what waits comes before what is written. */
    int word(int address) {
        return journal.word(address);
    }

    /** To be called before any byte changes. */
    void touch() {
        if (clean) {
            header.markInUse();
            clean = false;
        }
    }

    void markClean() {
        if (!clean) {
            header.markClean();
            clean = true;
        }
    }

    /** One field or element: a single write, whole or not at all. */
    void store(int address, int value, int bytes) {
        if (journal.isOpen()) {
            journal.add(address, value, bytes);
        } else {
            touch();
            memory.program(address, value, bytes);
        }
    }

    void commit() {
        if (journal.records() > 0) {
            touch();
        }
        journal.commit();
    }

    /**
     * A run of bytes, all or nothing: if it takes more than one write and no transaction is open,
     * it gets its own.
     */
    void storeRun(int address, byte[] bytes, int from, int length) {
        int words = WordRuns.count(address, length);
        if (journal.isOpen()) {
            journal.requireRoom(words);
            WordRuns.each(address, bytes, from, length, journal::add);
        } else if (words == 1) {
            WordRuns.each(address, bytes, from, length, this::store);
        } else {
            storeRunInItsOwnTransaction(address, bytes, from, length, words);
        }
    }

    private void storeRunInItsOwnTransaction(
            int address, byte[] bytes, int from, int length, int words) {
        journal.begin();
        try {
            journal.requireRoom(words);
            WordRuns.each(address, bytes, from, length, journal::add);
        } catch (RuntimeException full) {
            journal.forget();
            throw full;
        }
        commit();
    }

    /**
     * A run of bytes, word after word and at once. Where a store waits for the same place in an
     * open transaction, this one waits behind it as well: it is the later one, whether the
     * transaction commits or not.
     */
    void storeRunNow(int address, byte[] bytes, int from, int length) {
        touch();
        WordRuns.each(
                address,
                bytes,
                from,
                length,
                (at, value, size) -> {
                    if (journal.covers(at, size)) {
                        journal.add(at, value, size);
                    }
                    memory.program(at, value, size);
                });
        memory.settle();
    }
}
