package org.openmyna.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.PcscDaemon;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.chip.VirtualReader;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.PcscReaders;
import org.openmyna.kernel.MynaException;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.documents.CmsSignatures;
import org.openmyna.trust.documents.CmsVerifier;
import org.openmyna.trust.documents.DocumentVerdict;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.verifier.InMemoryNonceStore;
import org.openmyna.trust.verifier.LoginChallenge;
import org.openmyna.trust.verifier.LoginRequest;
import org.openmyna.trust.verifier.LoginVerdict;
import org.openmyna.trust.verifier.LoginVerifier;
import org.openmyna.trust.verifier.Refusal;

/**
 * The story of one card in a fresh country: two authorities, a resident, a card, a login, a
 * signature, all that is on the card, a forgotten PIN, a move, an attack. Every claim is checked
 * here and, where the machine has them, by OpenSC and OpenSSL.
 */
final class Demo {
    private static final CardName CARD = new CardName("ichiro");
    private static final String APPLICATION = "application.txt";
    private static final byte[] CONTENT =
            "TEST 試験用\n姫路市長 様\n児童手当の認定を請求します。\n試験　一郎\n".getBytes(StandardCharsets.UTF_8);
    private static final Predicate<String> ANYTHING = output -> true;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final String PLATFORM = "https://platform.localhost:8080";
    private static final LoginRequest LOGIN =
            new LoginRequest(
                    "demo-bank",
                    URI.create("https://bank.localhost:8080/callback"),
                    "TEST 試験用: 口座へのログイン");

    private final Voice voice;
    private final Evidence evidence;
    private final Story story;
    private final Country country;
    private final DemoFounding founding;
    private final DemoWholeCard whole;
    private @Nullable JpkiCertificate loginCertificate;

    Demo(Voice voice, Evidence evidence) {
        this.voice = voice;
        this.evidence = evidence;
        this.story = new Story(voice, evidence);
        this.country = new Country(evidence.directory().resolve("country"), InstantSource.system());
        this.founding = new DemoFounding(evidence, story, country);
        this.whole = new DemoWholeCard(voice, evidence, story, country);
    }

    /**
     * @return whether everything that could be proved was proved
     */
    boolean tell() throws InterruptedException {
        voice.say("demo.title");
        try (country) {
            story.chapter("demo.authorities", this::authorities);
            story.chapter("demo.card", this::card);
            try (VirtualCard card = country.card(CARD)) {
                var place = new InsertedDemoCard[] {InsertedDemoCard.onTheDesk(card)};
                story.chapter("demo.insert", () -> place[0] = inserted(card));
                try (var inserted = place[0]) {
                    story.chapter(
                            "demo.login",
                            () -> {
                                login(inserted, "login");
                                loginByOpenSc(inserted);
                            });
                    story.chapter("demo.sign", () -> sign(inserted));
                    story.chapter("demo.read", () -> whole.read(inserted, CARD));
                    story.chapter("demo.check", () -> whole.check(inserted));
                    story.chapter("demo.counter", () -> whole.counter(inserted));
                    story.chapter("demo.move", () -> move(inserted));
                }
            }
            story.chapter("demo.status", new DemoStatus(evidence, story, country)::tell);
            try (var town = new DemoTown(evidence, story)) {
                story.chapter("demo.town", town::tell);
                story.chapter("demo.bank", new DemoLogin(story, town)::tell);
            }
            story.chapter("demo.attack", () -> whole.attack(CARD));
        }
        return story.end();
    }

    private void authorities() {
        for (CaKind kind : CaKind.values()) {
            founding.ceremony(kind, name(kind) + "-ceremony.txt");
            String file = name(kind) + "-ca.pem";
            evidence.keep(
                    file,
                    CertificateForm.pem(
                            "CERTIFICATE", country.authority(kind).certificate().der()));
            story.outside(
                    "demo.proof.ca." + kind.name(),
                    ANYTHING,
                    openssl("verify", "-check_ss_sig", "-CAfile", file, file));
        }
    }

    private void card() {
        try (Pin pin = Pin.fourDigits(Specimens.PIN.toCharArray());
                Pin password = Pin.signaturePassword(Specimens.PASSWORD.toCharArray())) {
            var applicant = ResidentOptions.specimen(country.legalTime());
            IssuedCard issued = country.makeCard(CARD, applicant, pin, Optional.of(password));
            JpkiCertificate signature = issued.signature().orElseThrow();
            evidence.keep("auth.der", issued.userAuthentication().der());
            evidence.keep(
                    "auth.pem",
                    CertificateForm.pem("CERTIFICATE", issued.userAuthentication().der()));
            evidence.keep("sign.pem", CertificateForm.pem("CERTIFICATE", signature.der()));
            loginCertificate = issued.userAuthentication();
            byte[] key = issued.userAuthentication().publicKey().getEncoded();
            evidence.keep("auth-public-key.pem", CertificateForm.pem("PUBLIC KEY", key));
        }
        story.proved(refusesToBeWritten(), "demo.proof.sealed");
        founding.steps();
        keepLists("");
        for (CaKind kind : CaKind.values()) {
            story.outside("demo.proof.chain." + kind.name(), ANYTHING, verify(kind, ""));
        }
    }

    /** Tries what made the card a moment ago: UPDATE BINARY on a certificate file. */
    private boolean refusesToBeWritten() {
        try (VirtualCard card = country.card(CARD)) {
            CardChannel channel = card.channel();
            JpkiClient.select(channel);
            channel.transmit(CommandApdu.parseHex("00 A4 02 0C 02 00 0A"));
            ResponseApdu answer = channel.transmit(CommandApdu.parseHex("00 D6 00 00 01 00"));
            return answer.statusWord().equals(StatusWord.SECURITY_NOT_SATISFIED);
        }
    }

    /** The card in a reader of PC/SC, or, without PC/SC, on the desk. */
    private InsertedDemoCard inserted(VirtualCard card) throws InterruptedException {
        PcscDaemon daemon;
        try {
            daemon = PcscDaemon.attach();
        } catch (MynaException noReader) {
            story.leftOut(noReader.text(voice.language()), "pcscd, vsmartcard-vpcd");
            return InsertedDemoCard.onTheDesk(card);
        }
        VirtualReader reader = VirtualReader.insertWhereFree(card, _ -> {}, PATIENCE);
        String name = reader.readerName();
        try (CardChannel channel = PcscReaders.connect(name)) {
            boolean same = Arrays.equals(channel.atr(), card.atr());
            story.proved(same, "demo.proof.inserted", name);
        }
        story.withCard(
                "demo.proof.opensc.name",
                output -> output.contains("jpki"),
                List.of("opensc-tool", "--reader", name, "--name"));
        listedByOpenSc(reader, "demo.proof.opensc.dump");
        return new InsertedDemoCard(card, Optional.of(reader), Optional.of(daemon));
    }

    private void listedByOpenSc(VirtualReader reader, String key) {
        story.withCard(
                key,
                output ->
                        Stream.of(
                                        "User Authentication Certificate",
                                        "Digital Signature Key",
                                        "Tries left     : 3",
                                        "Tries left     : 5")
                                .allMatch(output::contains),
                List.of("pkcs15-tool", "--reader", reader.readerName(), "--dump"));
    }

    private void login(InsertedDemoCard card, String file) {
        LoginVerifier verifier = loginVerifier();
        LoginChallenge challenge = verifier.issueChallenge(LOGIN);
        byte[] certificate;
        byte[] signature;
        try (CardChannel channel = card.channel();
                Pin pin = Pin.fourDigits(Specimens.PIN.toCharArray())) {
            JpkiClient jpki = JpkiClient.select(channel);
            jpki.verify(JpkiKey.USER_AUTHENTICATION, pin, LastTry.KEEP);
            certificate = jpki.certificate(JpkiKey.USER_AUTHENTICATION);
            signature = jpki.sign(JpkiKey.USER_AUTHENTICATION, challenge.digestInfo());
        }
        evidence.keep(file + "-challenge.txt", challenge.bytes());
        evidence.keep(file + "-signature.bin", signature);
        LoginVerdict verdict = verifier.verify(challenge, certificate, signature);
        story.proved(verdict instanceof LoginVerdict.Accepted, "demo.proof.login", card.way(voice));
        if (verdict instanceof LoginVerdict.Accepted accepted) {
            evidence.keep(file + "-evidence.zip", accepted.bundle().bytes());
        }
        LoginVerdict again = verifier.verify(challenge, certificate, signature);
        if (again instanceof LoginVerdict.Refused(Refusal refusal, _, _)) {
            story.proved(true, "demo.proof.replay", why(refusal));
        } else {
            story.proved(false, "demo.proof.replay", "");
        }
        story.outside(
                "demo.proof.login.openssl",
                ANYTHING,
                openssl(
                        "dgst",
                        "-sha256",
                        "-verify",
                        "auth-public-key.pem",
                        "-signature",
                        file + "-signature.bin",
                        file + "-challenge.txt"));
    }

    /** The same through a program that nobody here wrote: OpenSC's PKCS #11 module signs. */
    private void loginByOpenSc(InsertedDemoCard card) {
        if (card.reader().isEmpty()) return;
        LoginVerifier verifier = loginVerifier();
        LoginChallenge challenge = verifier.issueChallenge(LOGIN);
        evidence.keep("opensc-challenge.txt", challenge.bytes());
        story.withCard(
                "demo.proof.opensc.sign",
                ANYTHING,
                List.of(
                        "pkcs11-tool",
                        "--token-label",
                        "JPKI (User Authentication PIN)",
                        "--login",
                        "--pin",
                        Specimens.PIN,
                        "--sign",
                        "--mechanism",
                        "SHA256-RSA-PKCS",
                        "--id",
                        "01",
                        "--input-file",
                        "opensc-challenge.txt",
                        "--output-file",
                        "opensc-signature.bin"));
        evidence.read("opensc-signature.bin")
                .ifPresent(signature ->
                        story.proved(
                                verifier.verify(challenge, certificate(), signature)
                                        instanceof LoginVerdict.Accepted,
                                "demo.proof.opensc.login"));
    }

    private void sign(InsertedDemoCard card) {
        evidence.keep(APPLICATION, CONTENT);
        byte[] cms = signed(card, "signed.p7m");
        DocumentVerdict verdict = CmsVerifier.now(country.verifier().signatures()).verify(cms);
        story.proved(
                verdict instanceof DocumentVerdict.Accepted,
                "demo.proof.cms",
                signer(verdict),
                card.way(voice));
        story.outside("demo.proof.cms.openssl", ANYTHING, verifyCms("signed.p7m", ""));
    }

    private void move(InsertedDemoCard card) {
        IssuedCard moved = whole.move(card, CARD);
        JpkiCertificate next = moved.signature().orElseThrow();
        evidence.keep("sign-after-move.pem", CertificateForm.pem("CERTIFICATE", next.der()));
        keepLists("-after-move");
        story.outside(
                "demo.proof.crl",
                output -> output.contains("verify OK") && output.contains("Affiliation Changed"),
                openssl(
                        "crl",
                        "-in",
                        "sign-after-move.crl.pem",
                        "-CAfile",
                        "sign-ca.pem",
                        "-text",
                        "-noout"));
        DocumentVerdict old =
                CmsVerifier.now(country.verifier().signatures()).verify(signedBefore());
        story.proved(old instanceof DocumentVerdict.Refused, "demo.proof.refused", signer(old));
        story.refusedOutside(
                "demo.proof.refused.openssl",
                output -> output.contains("certificate revoked"),
                verifyCms("signed.p7m", "-after-move"));
        byte[] later = signed(card, "signed-after-move.p7m");
        DocumentVerdict verdict = CmsVerifier.now(country.verifier().signatures()).verify(later);
        story.proved(
                verdict instanceof DocumentVerdict.Accepted,
                "demo.proof.resigned",
                signer(verdict));
        story.outside(
                "demo.proof.cms.openssl",
                ANYTHING,
                verifyCms("signed-after-move.p7m", "-after-move"));
        login(card, "login-after-move");
        card.reader().ifPresent(reader -> listedByOpenSc(reader, "demo.proof.opensc.moved"));
    }

    /** Both lists of revocation as they stand, for the verifier and for OpenSSL. */
    private void keepLists(String suffix) {
        for (CaKind kind : CaKind.values()) {
            byte[] ca =
                    CertificateForm.pem("CERTIFICATE", country.authority(kind).certificate().der());
            byte[] list = CertificateForm.pem("X509 CRL", country.authority(kind).crl().der());
            evidence.keep(name(kind) + suffix + ".crl.pem", list);
            evidence.keep(
                    name(kind) + suffix + "-trust.pem", ca, list); // as `openssl cms` wants them
        }
    }

    private byte[] signed(InsertedDemoCard card, String file) {
        try (CardChannel channel = card.channel();
                Pin password = Pin.signaturePassword(Specimens.PASSWORD.toCharArray())) {
            CardHand hand = CardHand.of(JpkiClient.select(channel), password, LastTry.KEEP);
            byte[] cms = CmsSignatures.sign(CONTENT, false, hand, country.legalTime().instant());
            evidence.keep(file, cms);
            return cms;
        }
    }

    /** The signer's name, or why there is none. */
    private String signer(DocumentVerdict verdict) {
        return switch (verdict) {
            case DocumentVerdict.Accepted accepted -> accepted.signer().fourItems().name();
            case DocumentVerdict.Refused refused -> why(refused.refusal());
        };
    }

    private String why(Refusal refusal) {
        return refusal.code() + " " + refusal.text(voice.language());
    }

    private LoginVerifier loginVerifier() {
        var nonces = new InMemoryNonceStore(16, country.legalTime());
        return country.verifier().logins(PLATFORM, nonces, country.random());
    }

    private byte[] signedBefore() {
        return evidence.read("signed.p7m").orElseThrow();
    }

    private byte[] certificate() {
        return Objects.requireNonNull(loginCertificate).der();
    }

    private List<String> verify(CaKind kind, String suffix) {
        String name = name(kind);
        return openssl(
                "verify",
                "-CAfile",
                name + "-ca.pem",
                "-crl_check",
                "-CRLfile",
                name + suffix + ".crl.pem",
                "-attime",
                now(),
                name + ".pem");
    }

    private List<String> verifyCms(String file, String suffix) {
        return openssl(
                "cms",
                "-verify",
                "-inform",
                "DER",
                "-in",
                file,
                "-CAfile",
                "sign" + suffix + "-trust.pem",
                "-crl_check",
                "-purpose",
                "any",
                "-attime",
                now());
    }

    private static List<String> openssl(String... arguments) {
        return Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList();
    }

    private String now() {
        return Long.toString(country.legalTime().instant().getEpochSecond());
    }

    private static String name(CaKind kind) {
        return kind == CaKind.SIGNATURE ? "sign" : "auth";
    }
}
