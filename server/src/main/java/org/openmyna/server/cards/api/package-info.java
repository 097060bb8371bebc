/** What card management does for other organisations. */
@NullMarked
@NamedInterface("api")
package org.openmyna.server.cards.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
