/**
 * Keys of the authority and the generations they make: the vault is the one door to a private key,
 * and nothing behind it ever comes out (a PKCS#12 folder today, PKCS#11 later).
 *
 * <p>All generations of a CA share one name and differ in their key (reference 1.2): choose by key
 * identifier, never by name.
 */
@NullMarked
package org.openmyna.trust.authority.keys;

import org.jspecify.annotations.NullMarked;
