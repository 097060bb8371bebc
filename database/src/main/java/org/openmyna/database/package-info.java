/** PostgreSQL for every organisation. */
@NullMarked
package org.openmyna.database;

import org.jspecify.annotations.NullMarked;
