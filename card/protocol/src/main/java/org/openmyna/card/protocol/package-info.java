/**
 * What travels to the card and what lies on it. An APDU is parsed once, into a record that cannot
 * hold nonsense; a status word is a value with a meaning; a file has its bytes here and nowhere
 * else.
 *
 * <p>Sources: ISO/IEC 7816-4:2020 clause 5 (command and response pairs), RFC 8017 (DigestInfo), and
 * the public knowledge on the JPKI application collected in {@code docs/standards.md}.
 */
@NullMarked
package org.openmyna.card.protocol;

import org.jspecify.annotations.NullMarked;
