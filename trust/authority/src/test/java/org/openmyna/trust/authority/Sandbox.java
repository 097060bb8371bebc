package org.openmyna.trust.authority;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.ContentSignature;
import org.openmyna.trust.profile.IssuingOffice;

/** A clock that tests move, sham people, and one key pair for all of them. */
final class Sandbox {
    static final Instant START = Instant.parse("2026-11-23T01:30:15Z");
    static final LocalDate CARD_LAST_DAY = LocalDate.of(2036, 6, 7);
    static final SecureRandom RANDOM = new SecureRandom();

    /** Made when first needed: a program that brings its own request need not wait for it. */
    private static final class Holder {
        static final KeyPair KEY = KeyFile.generate(RANDOM);
        static final CertificationRequest REQUEST = request(KEY);
    }

    private Instant now = START;

    InstantSource clock() {
        return () -> now;
    }

    void itIs(String moment) {
        now = Instant.parse(moment);
    }

    CertificationAuthority establish(Path directory, CaKind kind) {
        return CertificationAuthority.establish(
                directory, kind, AuthoritySettings.sandbox(), clock(), RANDOM);
    }

    CertificationAuthority open(Path directory) {
        return CertificationAuthority.open(directory, AuthoritySettings.sandbox(), clock(), RANDOM);
    }

    static KeyPair holderKey() {
        return Holder.KEY;
    }

    static CertificationRequest request() {
        return Holder.REQUEST;
    }

    static CertificationRequest request(KeyPair pair) {
        return CertificationRequest.make(
                (RSAPublicKey) pair.getPublic(), ContentSignature.with(pair.getPrivate()));
    }

    static IssuingOffice himeji() {
        return office("28201");
    }

    static IssuingOffice naha() {
        return office("47201");
    }

    private static IssuingOffice office(String five) {
        return IssuingOffice.known(MunicipalityCode.withCheckDigit(five)).orElseThrow();
    }

    static FourItems ichiro() {
        return bornOn("1985-06-07");
    }

    static FourItems bornOn(String day) {
        return new FourItems(
                PersonName.of("試験", "一郎"),
                new Address("兵庫県姫路市試験町一丁目２番３号"),
                JapaneseDate.of(LocalDate.parse(day)),
                Sex.MALE);
    }

    static SignatureCertificateApplication signature() {
        return SignatureCertificateApplication.first(request(), ichiro(), himeji(), CARD_LAST_DAY);
    }

    static UserAuthenticationCertificateApplication login() {
        return loginAt(himeji());
    }

    static UserAuthenticationCertificateApplication loginAt(IssuingOffice office) {
        return login(request(), office);
    }

    static UserAuthenticationCertificateApplication login(
            CertificationRequest request, IssuingOffice office) {
        return UserAuthenticationCertificateApplication.first(
                request, office, ichiro().birthDate(), CARD_LAST_DAY);
    }
}
