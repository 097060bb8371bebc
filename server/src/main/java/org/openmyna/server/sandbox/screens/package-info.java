/**
 * Screens of the sandbox: who lives here, one person and the card that is taken, the drawer of
 * cards, and the time machine.
 */
@NullMarked
package org.openmyna.server.sandbox.screens;

import org.jspecify.annotations.NullMarked;
