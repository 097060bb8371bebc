/**
 * The sandbox: what makes a test country of a server. It fills the register with synthetic people,
 * lets a visitor pick one, hands out cards, puts them into the reader and moves the legal clock.
 *
 * <p>It is the only organisation that looks into all municipalities and says PINs aloud. What it
 * does, it does over the desks of the others, and {@code permissions.csv} of each says how far that
 * goes; a server for real people is put together without it.
 */
@NullMarked
package org.openmyna.server.sandbox;

import org.jspecify.annotations.NullMarked;
