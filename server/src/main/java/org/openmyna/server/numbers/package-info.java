/**
 * Assignment of My Number (個人番号) and Corporate Number (法人番号), and the only keeper of My Numbers
 * outside tax and linkage law: stored encrypted, found by blind index, never in a log, an address
 * or an error.
 */
@NullMarked
package org.openmyna.server.numbers;

import org.jspecify.annotations.NullMarked;
