package org.openmyna.trust.authority;

import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.SubstitutedText;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.lint.ExpectedAuthority;
import org.openmyna.trust.lint.ExpectedCaCertificate;
import org.openmyna.trust.lint.ExpectedCertificate;
import org.openmyna.trust.lint.Finding;
import org.openmyna.trust.lint.ProfileLint;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateMedium;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.CertifiedFourItems;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.JpkiProfile;
import org.openmyna.trust.profile.SubjectName;
import org.openmyna.trust.profile.Validity;
import org.openmyna.trust.profile.ValidityRule;

/**
 * Makes what the CA signs. Between builder and key stands the linter: what it is told to expect
 * comes from the application, never from what was built.
 */
final class LintedProfile {
    private final AuthoritySettings settings;
    private final JpkiProfile profile;
    private final KeyVault vault;
    private final ProfileLint lint = new ProfileLint();

    LintedProfile(AuthoritySettings settings, JpkiProfile profile, KeyVault vault) {
        this.settings = settings;
        this.profile = profile;
        this.vault = vault;
    }

    /** Who is certified with what; common to both kinds. */
    record Wish(
            Generation generation,
            CertificateSerial serial,
            Validity validity,
            CertificateMedium medium) {}

    /** The certificate of a new key generation. */
    CaCertificate selfSigned(
            CaKind ca, CertificateSerial serial, Validity validity, String keyName) {
        RSAPublicKey key = (RSAPublicKey) vault.publicKey(keyName);
        var expected =
                new ExpectedCaCertificate(
                        kind(ca),
                        hierarchy(),
                        serial.value(),
                        validity.notBefore(),
                        validity.notAfter(),
                        key.getEncoded());
        return profile.selfSigned(
                ca,
                new JpkiProfile.Common(serial, validity, key),
                vault.signer(keyName),
                toBeSigned -> mustBeClean(lint.caCertificate(toBeSigned, expected)));
    }

    /** 署名用電子証明書 (reference 2.2). */
    JpkiCertificate signature(
            Wish wish, SubjectName.Signature name, SignatureCertificateApplication application) {
        String counter = application.office().counterId();
        String head = name.commonName().substring(0, name.commonName().length() - counter.length());
        ExpectedCertificate expected =
                expected(
                        wish,
                        application.request().publicKey(),
                        application.office(),
                        head,
                        end(application.validity(), application.userAuthenticationEnd()),
                        Optional.of(fourItems(application.fourItems())));
        return profile.signature(
                issuer(wish.generation()),
                common(wish, application.request().publicKey()),
                name,
                CertifiedFourItems.of(application.fourItems()),
                wish.medium(),
                toBeSigned -> mustBeClean(lint.certificate(toBeSigned, expected)));
    }

    /** 利用者証明用電子証明書 (reference 2.1). */
    JpkiCertificate userAuthentication(
            Wish wish,
            SubjectName.UserAuthentication name,
            UserAuthenticationCertificateApplication application) {
        ExpectedCertificate expected =
                expected(
                        wish,
                        application.request().publicKey(),
                        application.office(),
                        name.opaque(),
                        end(application.validity(), Optional.empty()),
                        Optional.empty());
        return profile.userAuthentication(
                issuer(wish.generation()),
                common(wish, application.request().publicKey()),
                name,
                wish.medium(),
                toBeSigned -> mustBeClean(lint.certificate(toBeSigned, expected)));
    }

    private static JpkiProfile.Common common(Wish wish, RSAPublicKey key) {
        return new JpkiProfile.Common(wish.serial(), wish.validity(), key);
    }

    private JpkiProfile.Issuer issuer(Generation generation) {
        return new JpkiProfile.Issuer(generation.certificate(), vault.signer(generation));
    }

    /** What has a finding is not signed. */
    private static void mustBeClean(List<Finding> findings) {
        if (findings.isEmpty()) return;
        throw new NotAsTheProfileSays(findings.stream().map(Finding::toString).toList());
    }

    private ExpectedCertificate expected(
            Wish wish,
            RSAPublicKey key,
            IssuingOffice office,
            String head,
            Instant latestEnd,
            Optional<ExpectedCertificate.FourItems> fourItems) {
        Generation signer = wish.generation();
        boolean login = signer.ca() == CaKind.USER_AUTHENTICATION;
        return new ExpectedCertificate(
                authority(signer),
                switch (wish.medium()) {
                    case CARD -> ExpectedCertificate.Medium.CARD;
                    case PHONE -> ExpectedCertificate.Medium.PHONE;
                },
                wish.serial().value(),
                wish.validity().notBefore(),
                wish.validity().notAfter(),
                latestEnd,
                key.getEncoded(),
                new ExpectedCertificate.Office(office.prefecture(), office.municipality()),
                new ExpectedCertificate.CommonName(head, office.counterId()),
                fourItems,
                settings.addresses().cps().toString(),
                login ? Optional.of(settings.addresses().ocsp().toString()) : Optional.empty());
    }

    private ExpectedAuthority authority(Generation generation) {
        CaCertificate certificate = generation.certificate();
        return new ExpectedAuthority(
                kind(generation.ca()),
                hierarchy(),
                certificate.subjectKeyId(),
                certificate.serial().value(),
                certificate.notAfter());
    }

    private ExpectedAuthority.Hierarchy hierarchy() {
        return settings.hierarchy() == Hierarchy.TEST
                ? ExpectedAuthority.Hierarchy.TEST
                : ExpectedAuthority.Hierarchy.PRODUCTION;
    }

    private static ExpectedAuthority.Kind kind(CaKind ca) {
        return switch (ca) {
            case SIGNATURE -> ExpectedAuthority.Kind.SIGNATURE;
            case USER_AUTHENTICATION -> ExpectedAuthority.Kind.USER_AUTHENTICATION;
        };
    }

    /** The end of the card's last day in Japan, or of the login certificate if that is earlier. */
    private static Instant end(ValidityRule rule, Optional<Instant> userAuthenticationEnd) {
        Instant card =
                rule.cardLastDay()
                        .plusDays(1)
                        .atStartOfDay(ValidityRule.JAPAN)
                        .toInstant()
                        .minusSeconds(1);
        return userAuthenticationEnd.filter(end -> end.isBefore(card)).orElse(card);
    }

    private static ExpectedCertificate.FourItems fourItems(FourItems items) {
        SubstitutedText name = items.name().forCertificate();
        SubstitutedText address = items.address().forCertificate();
        return new ExpectedCertificate.FourItems(
                name.text(),
                name.flags(),
                items.sex().code(),
                items.birthDate().certificateForm(),
                address.text(),
                address.flags());
    }
}
