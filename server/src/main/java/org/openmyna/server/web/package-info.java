/**
 * What all organisations share on their way to the network: origins, problems, errors, and the
 * handlers that stand before Spring MVC.
 */
@NullMarked
package org.openmyna.server.web;

import org.jspecify.annotations.NullMarked;
