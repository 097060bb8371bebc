/** Home of the country: what it is, who lives here, where to go, and what is not real. */
@NullMarked
@NamedInterface("home")
package org.openmyna.server.sandbox.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
