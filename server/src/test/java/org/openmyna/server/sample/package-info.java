/** An organisation that exists in tests alone: a desk with all that a service may have. */
@NullMarked
package org.openmyna.server.sample;

import org.jspecify.annotations.NullMarked;
