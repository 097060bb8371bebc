@NullMarked
package org.openmyna.cli;

import org.jspecify.annotations.NullMarked;
