/** */
@NullMarked
package org.openmyna.card.nvm.weaver;

import org.jspecify.annotations.NullMarked;
