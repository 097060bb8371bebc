/**
 * The values that every room speaks of. Each is parsed once, at the border, and cannot hold
 * nonsense afterwards; a secret cannot be printed and can be wiped.
 */
@NullMarked
package org.openmyna.kernel;

import org.jspecify.annotations.NullMarked;
