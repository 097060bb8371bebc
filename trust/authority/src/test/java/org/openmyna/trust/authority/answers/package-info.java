/** What tests of answers and lists share. */
@NullMarked
package org.openmyna.trust.authority.answers;

import org.jspecify.annotations.NullMarked;
