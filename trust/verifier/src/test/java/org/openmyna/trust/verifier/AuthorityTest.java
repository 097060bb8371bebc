package org.openmyna.trust.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.RequestId;
import org.openmyna.trust.authority.Reservation;
import org.openmyna.trust.authority.SignatureCertificateApplication;
import org.openmyna.trust.authority.UserAuthenticationCertificateApplication;
import org.openmyna.trust.authority.ocsp.OcspCaller;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.ContentSignature;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;
import org.openmyna.trust.verifier.online.ListFetcher;
import org.openmyna.trust.verifier.online.ListSettings;
import org.openmyna.trust.verifier.online.OcspClient;
import org.openmyna.trust.verifier.online.OcspSettings;
import org.openmyna.trust.verifier.online.Site;

/** The product's own authorities and this verifier, together. */
final class AuthorityTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final LocalDate CARD_LAST_DAY = LocalDate.of(2036, 6, 7);
    private final World world = new World();

    @Test
    void moving_house_ends_signatures_at_once_and_logins_go_on(@TempDir Path directory) {
        try (var database = TemporaryDatabase.fresh();
                var authorities =
                        Authorities.open(
                                database, directory, AuthoritySettings.sandbox(), world, RANDOM)) {
            var login = authorities.established(CaKind.USER_AUTHENTICATION);
            var signature = authorities.established(CaKind.SIGNATURE);
            var wish =
                    Reservation.onCard(
                            new RequestId("request-1"), new HolderId("person-1"), office());
            JpkiCertificate forLogin =
                    login.issueActive(
                            wish,
                            UserAuthenticationCertificateApplication.first(
                                    request(world.loginKeys),
                                    office(),
                                    ichiro().birthDate(),
                                    CARD_LAST_DAY));
            JpkiCertificate forSigning =
                    signature.issueActive(
                            wish,
                            SignatureCertificateApplication.first(
                                    request(world.signatureKeys),
                                    ichiro(),
                                    office(),
                                    CARD_LAST_DAY));
            world.passes(Duration.ofHours(1));
            var lists = new RevocationLists();
            lists.add(login.crl());
            lists.add(signature.crl(forSigning.distributionPoint().orElseThrow()));
            VerifierBuilder verifier =
                    VerifierBuilder.testOnly()
                            .clock(world)
                            .status(lists)
                            .trust(login.certificate())
                            .trust(signature.certificate());
            assertThat(World.code(world.logIn(verifier, forLogin.der()))).isEqualTo("accepted");
            SignatureVerdict signed = world.sign(verifier, forSigning.der());
            assertThat(signed).isInstanceOf(SignatureVerdict.Accepted.class);
            assertThat(((SignatureVerdict.Accepted) signed).fourItems().name()).isEqualTo("試験　一郎");

            Instant before = world.instant();
            world.passes(Duration.ofMinutes(1));
            signature.revoke(forSigning.serial(), RevocationReason.AFFILIATION_CHANGED);
            lists.add(signature.crl(forSigning.distributionPoint().orElseThrow()));
            assertThat(World.code(world.sign(verifier, forSigning.der())))
                    .isEqualTo("MYNA-VRF-104");
            assertThat(World.code(world.logIn(verifier, forLogin.der()))).isEqualTo("accepted");
            byte[] early = Forge.cardSignsContent(world.signatureKeys.getPrivate(), World.CONTENT);
            SignatureVerdict asOfBefore =
                    verifier.signatures()
                            .verify(
                                    forSigning.der(),
                                    SignedContent.of(World.CONTENT),
                                    early,
                                    before);
            assertThat(World.code(asOfBefore)).isEqualTo("accepted");
        }
    }

    @Test
    void its_responder_and_its_published_lists_serve_over_http(
            @TempDir Path directory, @TempDir Path copies) {
        try (var database = TemporaryDatabase.fresh();
                var authorities =
                        Authorities.open(
                                database, directory, AuthoritySettings.sandbox(), world, RANDOM)) {
            var login = authorities.established(CaKind.USER_AUTHENTICATION);
            JpkiCertificate card =
                    login.issueActive(
                            Reservation.onCard(
                                    new RequestId("request-1"), new HolderId("person-1"), office()),
                            UserAuthenticationCertificateApplication.first(
                                    request(world.loginKeys),
                                    office(),
                                    ichiro().birthDate(),
                                    CARD_LAST_DAY));
            world.passes(Duration.ofHours(1));
            authorities.lists().publishAll();
            try (var site = new Site(exchange -> serve(authorities, exchange))) {
                var ocsp =
                        new OcspClient(
                                OcspSettings.standard(
                                        Map.of(CaKind.USER_AUTHENTICATION, site.address("/ocsp"))),
                                RANDOM);
                var lists =
                        new ListFetcher(
                                ListSettings.standard(
                                        copies, place -> site.address("/" + name(place.point()))),
                                world);
                for (StatusSource source : List.of(ocsp, lists)) {
                    VerifierBuilder verifier =
                            VerifierBuilder.testOnly()
                                    .clock(world)
                                    .status(source)
                                    .trust(login.certificate());
                    assertThat(World.code(world.logIn(verifier, card.der()))).isEqualTo("accepted");
                }
            }
        }
    }

    private static void serve(Authorities authorities, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/ocsp")) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            byte[] answer = authorities.ocsp().answer(asked, new OcspCaller.Anonymous()).der();
            Site.answer(exchange, 200, answer);
        } else {
            Path list = authorities.lists().file(path.substring(1)).orElseThrow();
            Site.answer(exchange, 200, Files.readAllBytes(list));
        }
    }

    /** As {@code trust/authority} names the lists of its first generation. */
    private static String name(DistributionPoint point) {
        return "authentication-1-" + point.prefecture() + "_" + point.municipality() + ".crl";
    }

    private static CertificationRequest request(KeyPair pair) {
        return CertificationRequest.make(
                (RSAPublicKey) pair.getPublic(), ContentSignature.with(pair.getPrivate()));
    }

    private static IssuingOffice office() {
        return IssuingOffice.known(MunicipalityCode.withCheckDigit("28201")).orElseThrow();
    }

    private static FourItems ichiro() {
        return new FourItems(
                PersonName.of("試験", "一郎"),
                new Address("兵庫県姫路市試験町一丁目２番３号"),
                JapaneseDate.of(LocalDate.of(1985, 6, 7)),
                Sex.MALE);
    }
}
