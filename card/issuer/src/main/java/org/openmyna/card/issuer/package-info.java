@NullMarked
package org.openmyna.card.issuer;

import org.jspecify.annotations.NullMarked;
