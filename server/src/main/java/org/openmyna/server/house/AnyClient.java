package org.openmyna.server.house;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets in everybody who shows a certificate, whoever issued it, and everybody who shows none. The
 * handshake itself proves that a client has the key of what it shows (RFC 8446 4.4.3); who it is
 * says its entry in the register of verifiers, which is the fingerprint of that very certificate:
 * an issuer could add nothing, and verifiers buy certificates where they like. Calls between
 * machines ask for more: see {@link HouseGuard}.
 */
final class AnyClient extends X509ExtendedTrustManager {
    private static final X509Certificate[] NOBODY_IN_PARTICULAR = {};

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        throw new CertificateException("this is a server");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return NOBODY_IN_PARTICULAR.clone();
    }
}
