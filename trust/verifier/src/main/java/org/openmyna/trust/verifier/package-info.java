@NullMarked
package org.openmyna.trust.verifier;

import org.jspecify.annotations.NullMarked;
