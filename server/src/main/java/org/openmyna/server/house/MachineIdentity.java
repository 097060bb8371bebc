package org.openmyna.server.house;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.UUID;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A machine's key with its certificate, and the house CA that issued it. */
public final class MachineIdentity {
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final X509Certificate house;

    MachineIdentity(PrivateKey key, X509Certificate certificate, X509Certificate house) {
        this.key = key;
        this.certificate = certificate;
        this.house = house;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** For calls of other machines of the house: shows this certificate, believes the house. */
    public SSLContext forCalls() {
        return context(trusting(house));
    }

    /** The same towards another house, whose CA certificate was handed over. */
    public SSLContext forCallsTo(X509Certificate otherHouse) {
        return context(trusting(otherHouse));
    }

    SSLContext context(TrustManager... trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), trust, new SecureRandom());
            return context;
        } catch (GeneralSecurityException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    private KeyManager[] keyManagers() throws GeneralSecurityException {
        char[] password = UUID.randomUUID().toString().toCharArray();
        KeyStore store = inMemory();
        store.setKeyEntry("machine", key, password, new Certificate[] {certificate, house});
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    /** For whoever shows nothing, but wants to be sure whom he talks to. */
    public static SSLContext believing(X509Certificate house) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusting(house), new SecureRandom());
            return context;
        } catch (GeneralSecurityException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    private static TrustManager[] trusting(X509Certificate house) {
        try {
            KeyStore store = inMemory();
            store.setCertificateEntry("house", house);
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    private static KeyStore inMemory() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (java.io.IOException nothingIsRead) {
            throw new IllegalStateException(nothingIsRead);
        }
    }

    /** The key is not told. */
    @Override
    public String toString() {
        return "MachineIdentity[" + certificate.getSubjectX500Principal().getName() + "]";
    }
}
