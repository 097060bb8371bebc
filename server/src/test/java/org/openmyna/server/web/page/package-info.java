/** Tests of what pages are made of. */
@NullMarked
package org.openmyna.server.web.page;

import org.jspecify.annotations.NullMarked;
