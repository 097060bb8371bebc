@NullMarked
package org.openmyna.server.sandbox.population;

import org.jspecify.annotations.NullMarked;
