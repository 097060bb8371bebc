package org.openmyna.server.authority.api;

import org.openmyna.server.house.Organisation;

/** Hands the desk to organisations, each its own. */
@FunctionalInterface
public interface CertificateServices {
    /**
     * The desk as this organisation has it. For whoever puts the application together: an
     * organisation is given its own and never asks here itself.
     */
    CertificateService desk(Organisation caller);
}
