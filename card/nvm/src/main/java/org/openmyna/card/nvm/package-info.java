@NullMarked
package org.openmyna.card.nvm;

import org.jspecify.annotations.NullMarked;
