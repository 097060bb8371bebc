/**
 * Publication of revocation lists (失効リスト): the full list of each key generation, and one shard for
 * each municipality.
 *
 * <p>The ideas, and what would break without them:
 *
 * <ul>
 *   <li><b>One snapshot of the database a list.</b> Log position and entries are read in one
 *       transaction, so a list tells exactly what the log tells at its position.
 *   <li><b>A number is served once.</b> It is a row, made under a lock of the database and
 *       committed before its file is served; a process that dies before leaves a file that nobody
 *       sees.
 *   <li><b>A file never changes.</b> Lists are written under their number; a name is moved onto the
 *       newest when its row is committed.
 *   <li><b>Dates never go back.</b> A list is not older than anything in it, nor than the last.
 *   <li><b>Nothing is built in memory.</b> Entries go from the database to the disk one by one.
 * </ul>
 */
@NullMarked
package org.openmyna.trust.authority.crl;

import org.jspecify.annotations.NullMarked;
