package org.openmyna.trust.authority;

import org.openmyna.trust.profile.CertificateSerial;

/** What tells one certificate from all others: the serial within a generation. */
record CertificateKey(short generation, CertificateSerial serial) {}
