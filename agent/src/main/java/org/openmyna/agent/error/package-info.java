/** What can go wrong at the card agent, each with its code. */
@NullMarked
package org.openmyna.agent.error;

import org.jspecify.annotations.NullMarked;
