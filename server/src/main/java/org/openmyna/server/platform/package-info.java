/**
 * The platform (プラットフォーム事業者): logs people in by their cards for whoever is approved, as an OpenID
 * provider.
 *
 * <p>The protocol is Spring's authorization server, in a context of its own that comes up with the
 * first request ({@link org.openmyna.server.platform.OidcDoor}). Ours is what it does not have: the
 * card login, the register of who may ask, subjects that outlive a certificate, and a store that
 * knows tokens by their hashes alone.
 *
 * <p>A login is one row. The browser that began it holds a secret of which the row has the hash;
 * the card's answer comes from the agent; the browser that brings back what only its redirect
 * carries gets the code, and the row is used up in the statement that writes the grant. There is no
 * session: each authorization is a card on a reader.
 */
@NullMarked
package org.openmyna.server.platform;

import org.jspecify.annotations.NullMarked;
