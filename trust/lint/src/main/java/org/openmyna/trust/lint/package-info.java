/** The second reading of what is about to be signed. */
@NullMarked
package org.openmyna.trust.lint;

import org.jspecify.annotations.NullMarked;
