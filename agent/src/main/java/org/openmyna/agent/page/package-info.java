/**
 * The pages of the agent: server-written HTML in three ways of speaking, complete without a script.
 * {@link org.openmyna.agent.page.Pages} writes a {@link org.openmyna.agent.page.Screen}. The look
 * is its own on purpose (a dark bar, the person's own word and picture), so that a page elsewhere
 * that asks for a PIN does not look like this one; the colours are those of the house.
 */
@NullMarked
package org.openmyna.agent.page;

import org.jspecify.annotations.NullMarked;
