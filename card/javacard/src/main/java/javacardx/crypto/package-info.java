/**
 * The Java Card API for ciphers, as far as the applets use it: RSA without padding and with PKCS#1
 * v1.5, AES in ECB and CBC mode without padding.
 */
@NullMarked
package javacardx.crypto;

import org.jspecify.annotations.NullMarked;
