/** What the keeper of My Numbers does for other organisations. */
@NullMarked
@NamedInterface("api")
package org.openmyna.server.numbers.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
