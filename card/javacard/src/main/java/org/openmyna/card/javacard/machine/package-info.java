/**
 * The inside of the runtime: what the classes of the Java Card API call. Public for them alone;
 * other rooms use {@link org.openmyna.card.javacard.CardRuntime}.
 *
 * <p>{@code Machine} puts the parts together and is found by thread; {@code Dispatcher} takes a
 * command to an applet; {@code Exchange} is the command and its answer; {@code RsaEngine}, {@code
 * AesEngine}, {@code SigningWork}, {@code CipherWork}, {@code Pkcs1} and {@code Pss} compute;
 * {@code CardContents} is the root object of every card.
 */
@NullMarked
package org.openmyna.card.javacard.machine;

import org.jspecify.annotations.NullMarked;
