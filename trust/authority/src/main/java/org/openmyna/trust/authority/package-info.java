@NullMarked
package org.openmyna.trust.authority;

import org.jspecify.annotations.NullMarked;
