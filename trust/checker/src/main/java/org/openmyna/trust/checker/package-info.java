/** Proves that log, OCSP answer and revocation list tell the same. */
@NullMarked
package org.openmyna.trust.checker;

import org.jspecify.annotations.NullMarked;
