@NullMarked
package org.openmyna.trust.documents;

import org.jspecify.annotations.NullMarked;
