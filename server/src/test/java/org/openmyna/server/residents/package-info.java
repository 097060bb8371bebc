@NullMarked
package org.openmyna.server.residents;

import org.jspecify.annotations.NullMarked;
