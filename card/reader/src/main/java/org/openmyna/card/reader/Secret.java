package org.openmyna.card.reader;

import java.util.function.Function;

/** Bytes that are lent out for one command; the borrower keeps no copy. */
interface Secret {
    <R> R lend(Function<byte[], R> work);
}
