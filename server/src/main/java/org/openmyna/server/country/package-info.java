/**
 * Puts the organisations of a country together: the one place that knows what each needs of the
 * others, and hands it its desks. An organisation that is not on this machine is a desk far away.
 */
@NullMarked
package org.openmyna.server.country;

import org.jspecify.annotations.NullMarked;
