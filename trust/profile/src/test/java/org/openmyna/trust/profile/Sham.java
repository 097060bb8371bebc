package org.openmyna.trust.profile;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.kernel.MunicipalityCode;

/** Sham CAs and keys: a few key pairs made once, for making them takes longer than all the rest. */
final class Sham {
    static final Instant CEREMONY = Instant.parse("2026-03-31T16:00:00Z");
    static final Instant ISSUED = Instant.parse("2026-11-23T01:30:15Z");
    static final Instant END = Instant.parse("2031-06-07T14:59:59Z");

    private static final List<KeyPair> KEYS = keyPairs(3);

    /** Addresses as they stand in real certificates, to compare with the reference; never asked. */
    static final CertificateAddresses REAL_ADDRESSES =
            new CertificateAddresses(
                    java.net.URI.create("http://www.jpki.go.jp/cps.html"),
                    java.net.URI.create("http://ocspauthnorm.jpki.go.jp"));

    private Sham() {}

    static KeyPair caKey() {
        return KEYS.get(0);
    }

    static KeyPair holderKey() {
        return KEYS.get(1);
    }

    static KeyPair strangerKey() {
        return KEYS.get(2);
    }

    static RSAPublicKey publicKey(KeyPair pair) {
        return (RSAPublicKey) pair.getPublic();
    }

    static JpkiProfile profile(Hierarchy hierarchy) {
        return new JpkiProfile(
                hierarchy,
                hierarchy == Hierarchy.TEST ? CertificateAddresses.sandbox() : REAL_ADDRESSES);
    }

    static JpkiProfile.Issuer ca(CaKind kind, Hierarchy hierarchy) {
        ContentSignature signature = ContentSignature.with(caKey().getPrivate());
        CaCertificate certificate =
                profile(hierarchy)
                        .selfSigned(
                                kind,
                                new JpkiProfile.Common(
                                        CertificateSerial.of(1),
                                        ValidityRule.certificationAuthority(CEREMONY),
                                        publicKey(caKey())),
                                signature);
        return new JpkiProfile.Issuer(certificate, signature);
    }

    static JpkiProfile.Common common(long serial) {
        return new JpkiProfile.Common(
                CertificateSerial.of(serial), new Validity(ISSUED, END), publicKey(holderKey()));
    }

    static IssuingOffice naka() {
        return IssuingOffice.known(MunicipalityCode.withCheckDigit("14104")).orElseThrow();
    }

    static IssuingOffice himeji() {
        return new IssuingOffice(
                MunicipalityCode.withCheckDigit("28201"), "Hyogo-ken", "Himeji-shi", "0001");
    }

    static JpkiCertificate userAuthentication(Hierarchy hierarchy) {
        return profile(hierarchy)
                .userAuthentication(
                        ca(CaKind.USER_AUTHENTICATION, hierarchy),
                        common(114_393_095),
                        new SubjectName.UserAuthentication("012345E6789ABC", naka()));
    }

    static JpkiCertificate signature(Hierarchy hierarchy, CertifiedFourItems items) {
        return profile(hierarchy)
                .signature(
                        ca(CaKind.SIGNATURE, hierarchy),
                        common(108_816_930),
                        new SubjectName.Signature(
                                java.time.LocalDateTime.of(2026, 11, 23, 10, 30, 15), 42, himeji()),
                        items);
    }

    static CertifiedFourItems ichiro() {
        return new CertifiedFourItems(
                "高見　一郎", "10000", "1", "319850607", "兵庫県姫路市試験町一丁目２番３号", "0".repeat(16));
    }

    private static List<KeyPair> keyPairs(int count) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            List<KeyPair> pairs = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                pairs.add(generator.generateKeyPair());
            }
            return pairs;
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
