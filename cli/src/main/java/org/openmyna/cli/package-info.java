/**
 * The commands behind {@code ./openmyna}. A command translates: it parses what was typed, calls the
 * rooms and says what came of it, in Japanese or English, or as JSON. Exit codes: 0 done, 1 failed,
 * 2 usage.
 */
@NullMarked
package org.openmyna.cli;

import org.jspecify.annotations.NullMarked;
