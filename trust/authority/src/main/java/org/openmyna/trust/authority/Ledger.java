package org.openmyna.trust.authority;

/** Where an authority keeps what happened, in order; today a file, later a database as well. */
interface Ledger extends AutoCloseable {
    /**
     * Writes an entry behind all others. It may still be lost until {@link #awaitDurable} returned.
     *
     * @return the ticket to wait with
     * @throws LedgerNotWritable if the medium failed; every later call then fails alike
     */
    long append(LedgerEntry entry);

    /** The ticket of the last entry that was written. */
    long last();

    /** Returns when the entry with this ticket, and so every earlier one, survives a power cut. */
    void awaitDurable(long ticket);

    @Override
    void close();
}
