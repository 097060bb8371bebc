package org.openmyna.trust.profile;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** The JDK's own reading of a certificate, for code that wants {@code java.security} types. */
final class JdkView {
    private JdkView() {}

    static X509Certificate of(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException refused) {
            throw new DerFault("refused by the platform: " + refused.getMessage());
        }
    }
}
