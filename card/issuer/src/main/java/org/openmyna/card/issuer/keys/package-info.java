/**
 * The issuer's own test keys in a folder.
 *
 * <p>The ideas:
 *
 * <ul>
 *   <li><b>Established once, opened later.</b> The public export is written last; before it there
 *       are no keys, and the next try takes the folder over. Each file is complete or absent.
 *   <li><b>A municipality's key is made when its first card is.</b> Its certificates are not
 *       stored: RSA signatures of PKCS#1 v1.5 are the same each time.
 *   <li><b>No key for a card is stored at all.</b> The channel keys of a card follow from the
 *       master key and the card's number.
 *   <li><b>Ids that nobody else has.</b> All begin with 6 (test) and are none of J-LIS's.
 *   <li><b>A private key is in no file in the clear</b>, but its password lies beside it: this is a
 *       sandbox, as safe as its folder.
 * </ul>
 */
@NullMarked
package org.openmyna.card.issuer.keys;

import org.jspecify.annotations.NullMarked;
