/**
 * Programs that nobody here wrote look at our cards, certificates, lists and signatures: OpenSC,
 * OpenSSL, OpenSSH and the JDK's own PC/SC, all through the pcscd of this machine.
 *
 * <p>A test here proves what its program says, nothing more: how often it asks, and with which
 * bytes, is the business of the rooms themselves. A program that is missing skips its tests on a
 * developer's machine and fails them where {@code CI=true}.
 */
@NullMarked
package org.openmyna.interop;

import org.jspecify.annotations.NullMarked;
