@NullMarked
package org.openmyna.server.cards;

import org.jspecify.annotations.NullMarked;
