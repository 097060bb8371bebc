package org.openmyna.server.authority;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.openmyna.trust.authority.ocsp.OcspCaller;

/** Who is at the other end of a connection, by the certificate shown in its handshake. */
final class ClientCertificates {
    private static final OcspCaller ANONYMOUS = new OcspCaller.Anonymous();
    private static final String KNOWN = ClientCertificates.class.getName();

    private ClientCertificates() {}

    /** Computed once a TLS session. */
    static OcspCaller caller(Request request) {
        if (!request.isSecure()) return ANONYMOUS;
        Object data = request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE);
        if (!(data instanceof EndPoint.SslSessionData tls)) return ANONYMOUS;
        X509Certificate[] chain = tls.peerCertificates();
        if (chain == null || chain.length == 0) return ANONYMOUS;
        if (tls.sslSession().getValue(KNOWN) instanceof OcspCaller known) return known;
        OcspCaller caller = new OcspCaller.Registered(sha256(chain[0]));
        tls.sslSession().putValue(KNOWN, caller);
        return caller;
    }

    private static byte[] sha256(X509Certificate certificate) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (NoSuchAlgorithmException | CertificateEncodingException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }
}
