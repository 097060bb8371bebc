@NullMarked
package org.openmyna.trust.profile;

import org.jspecify.annotations.NullMarked;
