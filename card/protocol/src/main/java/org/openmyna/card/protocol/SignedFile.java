package org.openmyna.card.protocol;

import java.security.interfaces.RSAPublicKey;

/** A file, or a certificate, under a signature of the issuer or of an authority. */
public sealed interface SignedFile
        permits CvCertificate,
                IntegrityFile,
                AuthenticationPublicKeyFile,
                AgeRecord,
                FaceRecord,
                NumberImageFile {
    /**
     * What the signature covers, as it is written on the card: complete elements with tag and
     * length; for the certificate its body; for the face record the three digests, 96 bytes.
     */
    byte[] signedContent();

    /** What the private key's owner pads and signs: 51 bytes, 115 for the face record. */
    default byte[] signedDigestInfo() {
        return CvSignature.digestInfo(signedContent());
    }

    /** 256 bytes, a copy. */
    byte[] signature();

    /**
     * Whether the owner of this key signed the file. The key of a file is in the issuer certificate
     * of the same application, the key of a certificate with its authority.
     */
    default boolean isSignedBy(RSAPublicKey issuer) {
        return CvSignature.covers(issuer, signedDigestInfo(), signature());
    }
}
