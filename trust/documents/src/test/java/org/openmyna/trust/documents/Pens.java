package org.openmyna.trust.documents;

import java.security.PrivateKey;
import java.time.Instant;
import org.openmyna.trust.verifier.Forge;
import org.openmyna.trust.verifier.World;

/** Cards in software. */
final class Pens {
    static final Instant SIGNED = Instant.parse("2026-11-24T02:59:30Z");

    private Pens() {}

    static CardSigner of(byte[] certificate, PrivateKey key) {
        return new CardSigner() {
            @Override
            public byte[] certificate() {
                return certificate.clone();
            }

            @Override
            public byte[] sign(byte[] digestInfo) {
                return Forge.cardSigns(key, digestInfo);
            }
        };
    }

    /** The card of 試験 一郎 in a world. */
    static CardSigner of(World world) {
        return of(world.signature().der(), world.signatureKeys.getPrivate());
    }

    static String code(DocumentVerdict verdict) {
        return switch (verdict) {
            case DocumentVerdict.Accepted accepted -> "accepted";
            case DocumentVerdict.Refused refused -> refused.refusal().code();
        };
    }
}
