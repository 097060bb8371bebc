/**
 * The append-only access log that an organisation keeps of who did what, about whom and why. An act
 * leaves its entry in the inbox, inside its own transaction; one sequencer at a time, in whatever
 * process, moves committed entries into the log: numbers without a gap, each hash over the one
 * before, and about every second a signed head. The newest head is kept in a file beside the key
 * too, so that cutting off the end of the log together with its heads is found.
 *
 * <p>Each organisation has its own tables ({@code V…__audit.sql}, the same text everywhere) and its
 * own key. A subject is an opaque name; no entry ever holds a My Number, a record code or a name.
 */
@NullMarked
package org.openmyna.server.audit;

import org.jspecify.annotations.NullMarked;
