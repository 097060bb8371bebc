/**
 * Conversations with platforms: a signed request is read here and nowhere else, and answers leave
 * from here. {@link org.openmyna.agent.platform.Platforms} is the door.
 *
 * <p>A request is a JWS of one algorithm (ES256) and one type. Its key comes from the key set of an
 * issuer that this machine was told to trust, never from the request. What it asks to be signed is
 * parsed with the verifier's own {@code LoginChallenge}, and must name the same platform and client
 * as the request: what is signed is what is shown. Addresses lie at the issuer's origin. Every
 * request is good once, for five minutes of real time.
 *
 * <p>A request for another device than that of the browser that began says only so ({@code
 * cross_device}). The number that the first screen shows is in no request, since whoever has the
 * address could read it there: it is typed, goes with the answer ({@code code}), and the platform
 * alone checks it, before it looks at the signature. While more tries are left it refuses with
 * MYNA-PLT-009 and no {@code return_code}.
 *
 * <p>Plain HTTP goes to this machine alone: names under {@code localhost} are not looked up, so no
 * answer of a name server leads anywhere else.
 */
@NullMarked
package org.openmyna.agent.platform;

import org.jspecify.annotations.NullMarked;
