package org.openmyna.server.web.page;

import org.openmyna.server.web.Origin;

/**
 * What an organisation's pages have in common. As a bean, one an origin, it is also what problems
 * are told in there.
 *
 * @param texts has the name of the service under {@code service}; may have a heading of its own for
 *     a problem under {@code problem.} and its code
 */
public record Service(Origin origin, Accent accent, Surface surface, Texts texts) {}
