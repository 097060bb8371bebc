/**
 * A Java Card runtime: runs applets on a card image.
 *
 * <p>{@link org.openmyna.card.javacard.CardRuntime} is the only door: install, power on, transmit,
 * reset, power off. The API that applets compile against is beside it, in {@code
 * javacard.framework}, {@code javacard.security}, {@code javacardx.crypto} and {@code
 * javacardx.apdu}: written from the public specification, and only what the applets of this house
 * use. Each public signature and constant exists equal in other implementations, and a test says
 * so: applet source stays portable.
 *
 * <p><b>How it is made.</b> Objects that live on the card (applets, AIDs, PINs, keys, ciphers and
 * the table of applets) are woven classes of {@code card/nvm}; everything else, the APDU buffer,
 * the dispatcher, the provider's key objects, is RAM and is made anew at power-on and at reset. A
 * class of the runtime lives on the card if it bears {@code @InNvm}; such a class holds fields and
 * calls, its computing is done in classes without the mark, where an array is just an array.
 *
 * <p>An applet and its files sleep in the image until a command or another applet reaches them; a
 * reset puts everything to sleep again. So the host may hold many cards, and looks into one only
 * from inside, by {@code CardRuntime.ask}.
 *
 * <p><b>Rules of the card.</b>
 *
 * <ul>
 *   <li>SELECT by name, whole or its beginning, first or next occurrence; an unknown name leaves
 *       the selection as it is.
 *   <li>One channel. Malformed lengths are {@code 6700}; an uncaught exception is {@code 6F00}; no
 *       {@code 61xx}, no {@code 6Cxx}.
 *   <li>A transaction that the applet leaves open, or leaves by an exception, never happened.
 *   <li>A PIN try is paid and written before the comparison starts; the comparison takes the same
 *       time for all values of a length.
 *   <li>RSA runs in the host's accelerator or the JDK's own provider, always named, with a key
 *       object of that provider's own factory that is built at first use and dropped at each
 *       change. Padding is done here, so all providers give equal bytes.
 *   <li>Key pairs come from the host's source and are written in one transaction. No private key
 *       can be read but by the applet.
 *   <li>AES runs in the JDK's own provider, which has the processor's AES instructions; the CMAC
 *       over it is computed here, since the JDK has none.
 *   <li>From outside, beside commands, two things reach a card: {@code signal}, a message to an
 *       applet's shareable object as a sensor would send it, and {@code glitch}, a fault that turns
 *       one bit of the next private-key operation.
 * </ul>
 *
 * <p><b>What is missing</b>, because no applet here needs it: the firewall between applets, logical
 * channels, object deletion, symmetric ciphers but AES, elliptic curves, RMI, GlobalPlatform (an
 * applet's matter). Creating an object while a transaction is open is refused with {@code
 * SystemException.NO_RESOURCE}.
 *
 * <p>Source: Java Card 3.0.5 API and Runtime Environment; ISO/IEC 7816-3:2006, 7816-4:2020; RFC
 * 8017; NIST SP 800-38A, 800-38B.
 */
@NullMarked
package org.openmyna.card.javacard;

import org.jspecify.annotations.NullMarked;
