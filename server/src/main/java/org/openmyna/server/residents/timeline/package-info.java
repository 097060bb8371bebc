/**
 * What the recorded notices make of people: a pure function from notices to versions, without a
 * clock, a database or chance.
 *
 * <p>Events happen in the order of their days, then of their numbers. An official sees the state at
 * the beginning of a day as the end of the day before; whatever happens on a day holds from that
 * day on. A household must have exactly one householder at the end of every day on which it has
 * members; within a day it need not. Nothing is guessed: an event that does not fit is a conflict
 * that names the notice and the reason.
 *
 * <p>A replay may begin on any day, from the records of the day before: what lies before it is not
 * touched by what begins on it.
 */
@NullMarked
package org.openmyna.server.residents.timeline;

import org.jspecify.annotations.NullMarked;
