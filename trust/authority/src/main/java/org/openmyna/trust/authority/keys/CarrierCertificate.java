package org.openmyna.trust.authority.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * PKCS#12 keeps a private key only beside a certificate. This one signs itself, is trusted by
 * nobody, and carries the public key; the CA's certificate is in the database.
 */
final class CarrierCertificate {
    private static final Date FROM = Date.from(Instant.parse("2016-01-01T00:00:00Z"));
    private static final Date TO = Date.from(Instant.parse("2049-12-31T23:59:59Z"));

    private CarrierCertificate() {}

    static Certificate of(String name, KeyAlgorithm algorithm, KeyPair pair) {
        X500Name self = new X500Name("CN=vault key " + name);
        try {
            byte[] der =
                    new X509v3CertificateBuilder(
                                    self,
                                    BigInteger.ONE,
                                    FROM,
                                    TO,
                                    self,
                                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
                            .build(
                                    new JcaContentSignerBuilder(algorithm.scheme())
                                            .build(pair.getPrivate()))
                            .getEncoded();
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException | OperatorCreationException | IOException impossible) {
            throw new IllegalStateException("a key just made cannot sign", impossible);
        }
    }
}
