/** What a machine tells the organisations that live on it, and what they do before it is ready. */
@NullMarked
package org.openmyna.server.machine;

import org.jspecify.annotations.NullMarked;
