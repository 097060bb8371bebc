/**
 * What travels to the card and what lies on it. An APDU is parsed once, into a record that cannot
 * hold nonsense; a status word is a value with a meaning; a file has its bytes here and nowhere
 * else.
 *
 * <p>The files of the six applications are named by {@link org.openmyna.card.protocol.CardFile};
 * each has a record with {@code encode} and {@code decode}. Decoding takes cards as they come where
 * they are known to differ: physical size, what follows the content, the form of a length, unknown
 * parts of a birth date, the last bytes of a key id, bytes whose meaning is not public. In
 * everything else it is strict, and says so with {@link
 * org.openmyna.card.protocol.CardFileMalformed}. A record keeps what a signature covers to the
 * byte, so that what was read can be verified and written again.
 *
 * <p>A {@link org.openmyna.card.protocol.SignedFile} is verified against a key that the caller
 * holds; this package decides on no trust, and reads no clock. Records about a person show nothing
 * of it in their text form.
 *
 * <p>Sources: ISO/IEC 7816-4:2020 clause 5 (command and response pairs), ISO/IEC 7816-3:2006 clause
 * 8.2 (answer to reset), RFC 8017 (DigestInfo, RSASSA-PKCS1-v1_5), and the public knowledge on the
 * card's applications collected in {@code docs/standards.md}.
 */
@NullMarked
package org.openmyna.card.protocol;

import org.jspecify.annotations.NullMarked;
