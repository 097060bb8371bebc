package org.openmyna.trust.authority;

import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateMedium;

/** Where a person has at most one living certificate. */
record HoldingKey(CaKind ca, HolderId holder, CertificateMedium medium) {}
