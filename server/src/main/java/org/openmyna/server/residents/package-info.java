/** The municipalities' resident register (住民基本台帳) and the resident network (住基ネット). */
@NullMarked
package org.openmyna.server.residents;

import org.jspecify.annotations.NullMarked;
