package org.openmyna.server;

import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.house.Organisation;

class CertificatesInProcessTest extends CertificateServiceContract {
    @Override
    CertificateService desk(Organisation caller) {
        return TestCountry.shared().server.desks(CertificateService.class).desk(caller);
    }
}
