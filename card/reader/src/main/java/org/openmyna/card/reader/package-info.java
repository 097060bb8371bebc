/**
 * The client of the card, real and virtual alike. {@link org.openmyna.card.reader.JpkiClient}
 * speaks to the public personal authentication application over any {@link
 * org.openmyna.card.protocol.CardChannel}; {@link org.openmyna.card.reader.PcscReaders} finds
 * channels to real readers.
 *
 * <p>What it promises: short APDUs only, reads of at most 256 bytes, so every reader will do; the
 * remaining tries are read before a PIN is sent, and the last one is never spent unasked; a PIN is
 * lent to the channel and kept nowhere.
 */
@NullMarked
package org.openmyna.card.reader;

import org.jspecify.annotations.NullMarked;
