package org.openmyna.bench;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.server.RunningServer;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.RequestId;
import org.openmyna.trust.authority.Reservation;
import org.openmyna.trust.authority.UserAuthenticationCertificateApplication;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.ContentSignature;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.JpkiCertificate;

/** People with a software key in the place of a card, who log in at a bank. */
final class PlatformLogins {
    private static final String HOST = "platform.localhost";
    private static final String PROTOCOL = "/api/realms/main/protocol/openid-connect/";
    private static final int PEOPLE = 64;
    private static final Pattern CLIENT =
            Pattern.compile("<dt>client_id</dt><dd class=\"om-code\">([^<]+)<");
    private static final Pattern KEY = Pattern.compile("<code>(\\{\"kty[^<]*)</code>");
    private static final Pattern LOGIN = Pattern.compile("(/login/[^?]+)");
    private static final Pattern ASK = Pattern.compile("/ask\\?request=(.+)");
    private static final Pattern RETURN = Pattern.compile("\"return_code\":\"([^\"]+)\"");

    private final int port;
    private final CodeFlow flow;
    private final ContentSignature card;
    private final JpkiCertificate[] certificates = new JpkiCertificate[PEOPLE];
    private final AtomicInteger next = new AtomicInteger();

    PlatformLogins(RunningServer server) {
        port = server.address().getPort();
        KeyPair pair = pair();
        card = ContentSignature.with(pair.getPrivate());
        CertificationAuthority authority =
                server.authorities().authority(CaKind.USER_AUTHENTICATION);
        for (int n = 0; n < PEOPLE; n++) certificates[n] = issued(authority, pair);
        var unused = authority.statusOf(certificates[PEOPLE - 1].serial());
        flow = entered();
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static JpkiCertificate issued(CertificationAuthority authority, KeyPair pair) {
        IssuingOffice office =
                IssuingOffice.known(MunicipalityCode.withCheckDigit("28201")).orElseThrow();
        String name = "bench-" + UUID.randomUUID();
        return authority.issueActive(
                Reservation.onCard(new RequestId(name), new HolderId(name), office),
                UserAuthenticationCertificateApplication.first(
                        CertificationRequest.make(
                                (RSAPublicKey) pair.getPublic(),
                                ContentSignature.with(pair.getPrivate())),
                        office,
                        JapaneseDate.of(LocalDate.of(1985, 6, 7)),
                        LocalDate.of(2036, 6, 7)));
    }

    private CodeFlow entered() {
        String redirect = "https://bank.example.jp/callback";
        try (var http = new PlainHttp(HOST, port)) {
            String page =
                    http.form("/developer", "name=bank&redirect=" + CodeFlow.encoded(redirect))
                            .body();
            return new CodeFlow(
                    CodeFlow.found(CLIENT, page),
                    ECKey.parse(CodeFlow.found(KEY, page)),
                    redirect,
                    "http://" + HOST + ":" + port + PROTOCOL + "token",
                    new CodeFlow.Paths(
                            PROTOCOL + "auth", PROTOCOL + "token", PROTOCOL + "userinfo"));
        } catch (ParseException noKey) {
            throw new IllegalStateException(noKey);
        }
    }

    OidcLogin.Visitor visitor() {
        var http = new PlainHttp(HOST, port);
        return new OidcLogin.Visitor() {
            @Override
            public void logIn() {
                PlatformLogins.this.logIn(http);
            }

            @Override
            public void close() {
                http.close();
            }
        };
    }

    private void logIn(PlainHttp http) {
        PlainHttp.Answer begun = http.get(flow.authorization());
        String login = CodeFlow.found(LOGIN, begun.header("location"));
        String cookie = "Cookie: " + begun.header("set-cookie").replaceAll(";.*", "");
        PlainHttp.Answer page = http.get(login, cookie, "Accept: text/html");
        if (page.status() != 200) throw new IllegalStateException(page.toString());
        String ask =
                CodeFlow.found(
                        ASK, http.form(login + "/way", "way=here", cookie).header("location"));
        PlainHttp.Answer taken = http.post(login + "/answer", "application/json", answer(ask));
        String returnCode = CodeFlow.found(RETURN, taken.body());
        PlainHttp.Answer back = http.get(login + "/back?return_code=" + returnCode, cookie);
        flow.redeem(http, back.header("location"));
    }

    private String answer(String ask) {
        JpkiCertificate certificate = certificates[Math.floorMod(next.getAndIncrement(), PEOPLE)];
        return "{\"request\":\"%s\",\"outcome\":\"signed\",\"certificate\":\"%s\",\"signature\":\"%s\"}"
                .formatted(
                        ask,
                        base64(certificate.der()),
                        base64(card.sign(challenge(ask).getBytes(StandardCharsets.UTF_8))));
    }

    private static String challenge(String ask) {
        try {
            return SignedJWT.parse(ask).getJWTClaimsSet().getStringClaim("challenge");
        } catch (ParseException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
