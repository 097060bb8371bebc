package org.openmyna.card.issuer;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.card.issuer.channel.CardKeys;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.issuer.keys.MunicipalityKeys;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardFaceFile;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CardObject;
import org.openmyna.card.protocol.CommonFile;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.card.protocol.JukiFile;
import org.openmyna.card.protocol.SessionPublicKeyFile;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.card.protocol.TokenInfo;
import org.openmyna.kernel.Pin;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.kernel.VerificationNumberB;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/** One card in the making, from BLANK to PERSONALISED. */
final class Personalisation {
    /** Four are enough, but for luck. */
    private static final int MOST_GUESSES = 32;

    /** A person has one card: certificates of an earlier one end (our choice of reason). */
    private static final Certificates.Purpose NEW_CARD =
            new Certificates.Purpose(RevocationReason.SUPERSEDED, Optional.empty());

    private final Certificates certificates;
    private final IssuerKeys keys;
    private final SecureRandom random;
    private final CardChannel channel;
    private final BlankCard card;
    private final Applicant person;
    private final CardPins pins;
    private final CardNumber number;
    private final SecurityCode code;
    private final CardContents contents;
    private final Map<CardFile, byte[]> permanent;
    private final Map<CardFile, byte[]> records;
    private final WrittenCard written = new WrittenCard();
    private final Certificates.Name userName;
    private final Certificates.Name signatureName;

    Personalisation(
            Certificates certificates,
            IssuerKeys keys,
            SecureRandom random,
            CardChannel channel,
            Applicant person,
            CardPins pins,
            CardNumber number,
            SecurityCode code) {
        this.certificates = certificates;
        this.keys = keys;
        this.random = random;
        this.channel = channel;
        this.card = new BlankCard(channel);
        this.person = person;
        this.pins = pins;
        this.number = number;
        this.code = code;
        this.contents = new CardContents(keys, random);
        this.permanent = contents.files(person);
        this.records = contents.records(person, number);
        // a number that was printed may be tried on several chips: each try has a name of its own
        String name = "card-" + keys.opaque("request", number.serial()) + "-" + tryName(random);
        this.userName = new Certificates.Name(CaKind.USER_AUTHENTICATION, name);
        this.signatureName = new Certificates.Name(CaKind.SIGNATURE, name);
    }

    private static String tryName(SecureRandom random) {
        return "%08x".formatted(random.nextInt());
    }

    FinishedCard run() {
        card.select(CardApplication.JPKI);
        CertificationRequest userRequest = userRequest();
        Optional<CertificationRequest> signatureRequest =
                pins.signature().map(this::signatureRequest);
        fillFormInput();
        fillJuki();
        fillCommon();
        fillDomain();
        boolean closed = false;
        try {
            JpkiCertificate user =
                    certificates.userAuthentication(person, userRequest, userName, NEW_CARD);
            Optional<JpkiCertificate> signature =
                    signatureRequest.map(request ->
                            certificates.signature(person, request, user, signatureName, NEW_CARD));
            fillJpki(user, signature);
            written.check(card.commands(), random);
            if (pins.userAuthentication().isEmpty()) lockForEver();
            certificates.written(userName);
            if (signature.isPresent()) certificates.written(signatureName);
            card.close();
            closed = true;
            var issued = new IssuedCard(person, number, code, user, signature, List.of());
            return new FinishedCard(issued, () -> deliver(signature.isPresent()), this::discard);
        } finally {
            if (!closed) discard();
        }
    }

    private void discard() {
        certificates.discard(userName);
        certificates.discard(signatureName);
    }

    private void deliver(boolean withSignature) {
        certificates.activate(userName);
        if (withSignature) certificates.activate(signatureName);
    }

    /**
     * On a card without PINs the user authentication key is proved under a PIN that nobody hears
     * of.
     */
    private CertificationRequest userRequest() {
        if (pins.userAuthentication().isPresent()) {
            written.pin(JpkiFile.USER_AUTHENTICATION_PIN, pins.userAuthentication().get());
            return request(
                    JpkiFile.USER_AUTHENTICATION_KEY,
                    JpkiFile.USER_AUTHENTICATION_PIN,
                    pins.userAuthentication().get());
        }
        char[] drawn = "%04d".formatted(random.nextInt(10_000)).toCharArray();
        try (Pin nobodys = Pin.fourDigits(drawn)) {
            return request(
                    JpkiFile.USER_AUTHENTICATION_KEY, JpkiFile.USER_AUTHENTICATION_PIN, nobodys);
        }
    }

    private CertificationRequest signatureRequest(Pin password) {
        written.pin(JpkiFile.SIGNATURE_PASSWORD, password);
        return request(JpkiFile.SIGNATURE_KEY, JpkiFile.SIGNATURE_PASSWORD, password);
    }

    /** The chip makes the key pair and signs the request with it: proof that it holds the key. */
    private CertificationRequest request(JpkiFile keyFile, JpkiFile pinFile, Pin pin) {
        RSAPublicKey publicKey = card.generateKeyPair(keyFile);
        set(pinFile, pin);
        if (!pin.lend(ascii -> card.commands().verify(pinFile, ascii)).isOk()) {
            throw new CardNotAsWritten("the PIN of " + keyFile);
        }
        return CertificationRequest.make(
                publicKey,
                content -> {
                    card.commands().select(keyFile);
                    return card.commands().signWithCurrentKey(DigestInfo.SHA256.ofMessage(content));
                });
    }

    private void fillFormInput() {
        card.select(CardApplication.FORM_INPUT);
        RSAPublicKey formInput = card.generateKeyPair(FormInputFile.AUTHENTICATION_KEY);
        RSAPublicKey session = card.generateKeyPair(FormInputFile.SESSION_KEY);
        pins.formInput().ifPresent(pin -> pin(FormInputFile.PIN, pin));
        pin(FormInputFile.VERIFICATION_NUMBER_A, person.myNumber().digits());
        pin(FormInputFile.VERIFICATION_NUMBER_B, verificationNumberB());
        card.select(CardApplication.CARD_FACE);
        RSAPublicKey cardFace = card.generateKeyPair(CardFaceFile.AUTHENTICATION_KEY);
        var chip = new SignedFiles.ChipKeys(formInput, cardFace);
        MunicipalityKeys municipality = keys.municipality(person.office().code());
        Map<CardFile, byte[]> files = new LinkedHashMap<>();
        files.putAll(SignedFiles.replaceable(person, code, chip, municipality));
        files.putAll(permanent);
        files.put(FormInputFile.SESSION_PUBLIC_KEY, new SessionPublicKeyFile(session).encode());
        written.key(CardApplication.FORM_INPUT, formInput);
        written.key(CardApplication.CARD_FACE, cardFace);
        pin(CardFaceFile.BIRTH_DATE_PIN, person.fourItems().birthDate().sixDigits());
        pin(CardFaceFile.VERIFICATION_NUMBER_A, person.myNumber().digits());
        pin(CardFaceFile.VERIFICATION_NUMBER_B, verificationNumberB());
        write(CardApplication.CARD_FACE, files);
        card.select(CardApplication.FORM_INPUT);
        write(CardApplication.FORM_INPUT, files);
    }

    private void fillJuki() {
        card.select(CardApplication.JUKI);
        pins.residence().ifPresent(pin -> pin(JukiFile.PIN, pin));
        write(CardApplication.JUKI, permanent);
        writeRecords(CardApplication.JUKI, records);
    }

    private void fillCommon() {
        card.select(CardApplication.COMMON);
        written.key(CardApplication.COMMON, card.generateKeyPair(CommonFile.AUTHENTICATION_KEY));
        pins.residence().ifPresent(pin -> pin(CommonFile.PIN, pin));
        writeRecords(CardApplication.COMMON, records);
    }

    private void fillDomain() {
        card.select(CardApplication.ISSUER_SECURITY_DOMAIN);
        Map<CardObject, byte[]> objects = contents.objects(person, number, channel.atr());
        objects.forEach(card::store);
        objects.forEach(written::object);
        try (CardKeys channelKeys = keys.cardKeys(number.object())) {
            card.putKeys(channelKeys);
        }
    }

    private void fillJpki(JpkiCertificate user, Optional<JpkiCertificate> signature) {
        Map<CardFile, byte[]> files = new LinkedHashMap<>();
        files.put(JpkiFile.USER_AUTHENTICATION_CERTIFICATE, user.der());
        signature.ifPresent(each -> files.put(JpkiFile.SIGNATURE_CERTIFICATE, each.der()));
        files.put(
                JpkiFile.USER_AUTHENTICATION_CA_CERTIFICATE,
                certificates.userAuthenticationCaCertificate());
        files.put(JpkiFile.SIGNATURE_CA_CERTIFICATE, certificates.signatureCaCertificate());
        files.put(JpkiFile.TOKEN_INFO, tokenInfo(user).encode());
        card.select(CardApplication.JPKI);
        write(CardApplication.JPKI, files);
    }

    private void write(CardApplication application, Map<CardFile, byte[]> files) {
        files.forEach((file, content) -> {
            if (file.application() != application) return;
            card.write(file, content);
            written.file(file, content);
        });
    }

    private void writeRecords(CardApplication application, Map<CardFile, byte[]> records) {
        records.forEach((file, record) -> {
            if (file.application() != application) return;
            card.writeRecord(file, record);
            written.record(file, record);
        });
    }

    private void set(CardFile file, Pin pin) {
        pin.lend(ascii -> {
            card.setPin(file, ascii);
            return true;
        });
    }

    private void pin(CardFile file, Pin pin) {
        set(file, pin);
        written.pin(file, pin);
    }

    private void pin(CardFile file, String digits) {
        byte[] ascii = digits.getBytes(StandardCharsets.US_ASCII);
        card.setPin(file, ascii);
        written.pin(file, ascii);
    }

    /** Spends all tries of the PIN that nobody knows; a guess that hits gives them back. */
    private void lockForEver() {
        card.select(CardApplication.JPKI);
        for (int tries = 0; tries < MOST_GUESSES; tries++) {
            byte[] guess =
                    "%04d".formatted(random.nextInt(10_000)).getBytes(StandardCharsets.US_ASCII);
            StatusWord answer = card.commands().verify(JpkiFile.USER_AUTHENTICATION_PIN, guess);
            if (answer.isPinLocked()) return;
        }
        throw new CardNotAsWritten("the locked PIN " + JpkiFile.USER_AUTHENTICATION_PIN.label());
    }

    private String verificationNumberB() {
        return VerificationNumberB.of(
                        person.fourItems().birthDate(), person.cardLastDay().getYear(), code)
                .digits();
    }

    /**
     * Serial number of the token: the user authentication certificate's, in 16 digits (our choice).
     */
    private static TokenInfo tokenInfo(JpkiCertificate user) {
        return new TokenInfo(
                TokenInfo.MY_NUMBER_CARD,
                "OPENMYNA TEST",
                "TEST SPECIMEN",
                "%016d".formatted(user.serial().value()));
    }
}
