/**
 * The client of the card, real and virtual alike. {@link org.openmyna.card.reader.MyNumberCard} is
 * the door: it finds a card in a reader or takes any {@link
 * org.openmyna.card.protocol.CardChannel}, and hands out one client an application.
 *
 * <p><b>What it promises on the wire.</b> Short commands and reads of at most 256 bytes unless the
 * caller asks for more, so every reader will do. Cards differ at the end of a file (9000, 6282,
 * 6B00), in physical sizes, and in {@code 6Cxx} and {@code 61xx}: all of it reads the same. However
 * a card answers, a read ends: under sixteen bytes an answer in the long run is no card. Garbage
 * becomes a result or a {@link org.openmyna.kernel.MynaException}, nothing else.
 *
 * <p><b>Secrets.</b> The remaining tries are read before every spend; a blocked reference is sent
 * nothing; the last try is spent only if told ({@link org.openmyna.card.reader.LastTry}). A PIN or
 * number is lent to the channel and kept nowhere. A new PIN is looked at before anything is sent.
 *
 * <p><b>No stale state.</b> A card forgets what was verified when another application is selected.
 * Every selection has a number; a client that finds another one than its own selects again, and the
 * first refusal for want of a PIN is then {@link org.openmyna.card.reader.VerificationLost} and not
 * {@link org.openmyna.card.reader.PinNotVerified}. Nothing is verified again by itself: that would
 * need a kept secret, or spend a try by surprise.
 *
 * <p><b>Genuine</b> takes two things: a trusted authority's signature over the municipality's key
 * and that key's over the data, <em>and</em> a fresh challenge signed with the key in those data.
 * Each alone can be copied. Test and production authorities never stand in one list. Beyond that:
 * what opens one application must open the other, and they must speak of one person, for else two
 * cards are mixed. A stolen card is genuine, too: ask the certificate's status for that.
 *
 * <p><b>Traces and recordings</b> show what a list allows, not all but what a list forbids: names
 * and open files of every card, contents of all files of test cards, secrets of none. A digest of
 * the My Number counts as the number, since it can be guessed.
 *
 * <p><b>What would break.</b> Two {@code MyNumberCard} objects, or two programs, on one card: each
 * selects behind the other's back. Sources: reference sections 3 to 7 (clients, files, chains).
 */
@NullMarked
package org.openmyna.card.reader;

import org.jspecify.annotations.NullMarked;
