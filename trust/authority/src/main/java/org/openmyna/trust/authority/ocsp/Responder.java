package org.openmyna.trust.authority.ocsp;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.ContentSignature;
import org.openmyna.trust.profile.OcspResponseWriter;
import org.openmyna.trust.profile.ResponderCertificate;

/**
 * A delegated responder that can sign.
 *
 * @param notAfter the last second of its certificate
 */
record Responder(OcspResponseWriter writer, Instant notBefore, Instant notAfter) {
    private static final int ROTATE_AT_A_THIRD = 3;

    /** With the key taken out of its seal. */
    static Responder open(ResponderRow row, ResponderSecret secret) {
        byte[] pkcs8 = secret.open(row.generation(), row.serial(), row.sealedKey());
        try {
            PrivateKey key =
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            ResponderCertificate certificate = ResponderCertificate.parse(row.certificate());
            return new Responder(
                    new OcspResponseWriter(certificate, ContentSignature.with(key)),
                    certificate.notBefore(),
                    certificate.notAfter());
        } catch (GeneralSecurityException notAKey) {
            throw new ResponderKeySealed(row.generation());
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    CertificateSerial serial() {
        return writer.responder().serial();
    }

    boolean isValidAt(Instant moment) {
        return !moment.isBefore(notBefore) && moment.isBefore(notAfter.plusSeconds(1));
    }

    /** The last second of one that is made now: never after the CA's own. */
    static Instant endOfOneMade(Generation generation, Instant now) {
        Instant end = now.plus(ResponderCertificate.LONGEST).minusSeconds(1);
        Instant endOfCa = generation.certificate().notAfter();
        return end.isAfter(endOfCa) ? endOfCa : end;
    }

    /** When a third of its life is left; not where the CA's end lets no other live longer. */
    boolean isDueForRotation(Generation generation, Instant now) {
        Duration life = Duration.between(notBefore, notAfter);
        Instant from = notAfter.minus(life.dividedBy(ROTATE_AT_A_THIRD));
        return !isValidAt(now)
                || !now.isBefore(from) && endOfOneMade(generation, now).isAfter(notAfter);
    }
}
