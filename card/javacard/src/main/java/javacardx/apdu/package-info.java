/** The Java Card API for extended-length APDUs. */
@NullMarked
package javacardx.apdu;

import org.jspecify.annotations.NullMarked;
