/**
 * Pages for people: one layout, three ways of speaking (Japanese, easy Japanese, English), forms
 * that keep what was typed, and the register of all screens.
 *
 * <p>An organisation has {@link org.openmyna.server.web.page.Pages} of its own, made from its
 * {@link org.openmyna.server.web.page.Service}; a controller returns what they show. Nothing here
 * needs a script in the browser.
 */
@NullMarked
@NamedInterface("page")
package org.openmyna.server.web.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
