@NullMarked
package org.openmyna.server.audit;

import org.jspecify.annotations.NullMarked;
