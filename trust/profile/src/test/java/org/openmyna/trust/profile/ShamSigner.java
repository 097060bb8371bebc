package org.openmyna.trust.profile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;

/** A verifier that signs its requests with BouncyCastle. */
final class ShamSigner implements ContentSigner {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final ContentSignature key;

    private ShamSigner(ContentSignature key) {
        this.key = key;
    }

    static ContentSigner of(KeyPair pair) {
        return new ShamSigner(ContentSignature.with(pair.getPrivate()));
    }

    /** Of the holder's key. */
    static X509CertificateHolder[] certificates() {
        try {
            byte[] der = Sham.userAuthentication(Hierarchy.TEST).der();
            return new X509CertificateHolder[] {new X509CertificateHolder(der)};
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        return key.sign(content.toByteArray());
    }
}
