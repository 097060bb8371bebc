package org.openmyna.card.reader;

import java.security.interfaces.RSAPublicKey;
import java.util.random.RandomGenerator;
import org.openmyna.card.protocol.AgeRecord;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardFaceFile;
import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.card.protocol.FaceRecord;
import org.openmyna.card.protocol.NumberImageFile;

/** The card face application: certificate, the records that are open, key, challenge. */
final class CardFaceCheck {
    private static final CardApplication APPLICATION = CardApplication.CARD_FACE;

    private final CardFaceClient face;
    private final AuthenticityTrail trail;
    private final RandomGenerator chance;

    CardFaceCheck(CardFaceClient face, AuthenticityTrail trail, RandomGenerator chance) {
        this.face = face;
        this.trail = trail;
        this.chance = chance;
    }

    /** Reads the municipality's key from its certificate, checked. */
    RSAPublicKey issuer() {
        CvCertificate certificate =
                AuthenticityTrail.read(CardFaceFile.ISSUER_CERTIFICATE, face::issuerCertificate);
        return trail.issuerKey(APPLICATION, certificate);
    }

    FaceRecord record(RSAPublicKey issuer) {
        FaceRecord record = AuthenticityTrail.read(CardFaceFile.FACE_RECORD, face::faceRecord);
        trail.signed(CardFaceFile.FACE_RECORD, record, issuer);
        trail.challenge(APPLICATION, face.session(), record.publicKey(), chance);
        return record;
    }

    /** The image names the key that answered. */
    NumberImageFile numberImage(RSAPublicKey issuer, RSAPublicKey answered) {
        NumberImageFile image =
                AuthenticityTrail.read(CardFaceFile.NUMBER_IMAGE, face::numberImage);
        trail.signed(CardFaceFile.NUMBER_IMAGE, image, issuer);
        trail.sameKey(CardFaceFile.NUMBER_IMAGE, image.publicKey(), answered);
        return image;
    }

    AgeRecord age(RSAPublicKey issuer) {
        AgeRecord age = AuthenticityTrail.read(CardFaceFile.AGE_RECORD, face::ageRecord);
        trail.signed(CardFaceFile.AGE_RECORD, age, issuer);
        trail.challenge(APPLICATION, face.session(), age.publicKey(), chance);
        return age;
    }
}
