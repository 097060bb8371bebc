package org.openmyna.server.web.page;

import org.openmyna.server.web.Origin;

/**
 * What an organisation's pages have in common.
 *
 * @param texts has the name of the service under {@code service}
 */
public record Service(Origin origin, Accent accent, Surface surface, Texts texts) {}
