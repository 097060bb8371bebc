/**
 * The card agent: a program on the citizen's machine that alone speaks to the card. A page
 * elsewhere sends the browser here with a signed request; the agent shows who asks and what for,
 * takes the PIN on its own page, lets the card sign, hands the answer to the platform and sends the
 * browser back. {@link org.openmyna.agent.CardAgent} starts it.
 *
 * <p><b>Who is let in.</b> It listens at 127.0.0.1 alone, answers to two names alone (so a name
 * that was bound to 127.0.0.1 afterwards reaches nothing), is never shown inside another page, and
 * takes a form only from its own pages: Origin, a token of the session, and a cookie that other
 * sites cannot send. One request at a time; each once.
 *
 * <p><b>What is never done.</b> A PIN is not asked for before the card showed that it is one of
 * tests and how many tries are left. The last try is spent only when the person says so, and on a
 * shared machine never. A PIN lives in one array, which is wiped; no line is logged about anybody.
 *
 * <p><b>What would break it.</b> A program of the same person can read the screen and the keyboard:
 * against that only the card's own tries help. The person's own word on every page tells an
 * imitation in the browser from the agent, not one that runs beside it.
 */
@NullMarked
package org.openmyna.agent;

import org.jspecify.annotations.NullMarked;
