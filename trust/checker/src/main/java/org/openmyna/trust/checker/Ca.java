package org.openmyna.trust.checker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * One key generation of a CA that the log knows.
 *
 * @param generation its number in the log
 */
record Ca(X509Certificate certificate, int generation) {
    static Ca read(Path file, StatusLogFile log) throws IOException, Doubt {
        try (InputStream in = Files.newInputStream(file)) {
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(in);
            certificate.verify(certificate.getPublicKey());
            byte[] sha256 = Checks.digest("SHA-256").digest(certificate.getEncoded());
            return new Ca(certificate, log.generationOf(HexFormat.of().formatHex(sha256)));
        } catch (GeneralSecurityException e) {
            throw new Doubt("not a self-signed CA certificate / 認証局証明書ではない");
        }
    }

    byte[] hashOfName(String algorithm) {
        return Checks.digest(algorithm).digest(certificate.getSubjectX500Principal().getEncoded());
    }

    static byte[] hashOfKey(String algorithm, X509Certificate of) throws Doubt {
        byte[] bits = Tlv.of(of.getPublicKey().getEncoded()).child(1).bits();
        return Checks.digest(algorithm).digest(bits);
    }
}
