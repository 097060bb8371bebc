package org.openmyna.card.issuer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.card.protocol.TokenInfo;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.SignatureCertificateApplication;
import org.openmyna.trust.authority.UserAuthenticationCertificateApplication;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/** Makes cards: the municipal counter's terminal and J-LIS's production in one. */
public final class CardIssuer {
    private final CertificationAuthority signatureCa;
    private final CertificationAuthority userAuthenticationCa;

    public CardIssuer(
            CertificationAuthority signatureCa, CertificationAuthority userAuthenticationCa) {
        this.signatureCa = signatureCa;
        this.userAuthenticationCa = userAuthenticationCa;
    }

    /**
     * Personalises a blank card and closes it.
     *
     * @param blank a channel to a card in the state BLANK
     * @throws CardNotBlank if the card was personalised before; nothing was issued (MYNA-ISS-001)
     * @throws PersonalisationRefused if the card refused a step; what was issued is revoked again
     *     (MYNA-ISS-002)
     */
    public IssuedCard personalise(
            CardChannel blank, Applicant applicant, Pin userPin, Pin signaturePassword) {
        return personalise(blank, applicant, userPin, Optional.of(signaturePassword));
    }

    /**
     * The same without a signature certificate: for whoever is under 15, or does not want one. The
     * signature password of such a card is locked from the start.
     */
    public IssuedCard personaliseForLoginOnly(CardChannel blank, Applicant applicant, Pin userPin) {
        return personalise(blank, applicant, userPin, Optional.empty());
    }

    private IssuedCard personalise(
            CardChannel blank, Applicant applicant, Pin userPin, Optional<Pin> signaturePassword) {
        JpkiClient jpki = JpkiClient.select(blank);
        var card = new BlankCard(blank);
        CertificationRequest userRequest =
                request(card, jpki, JpkiKey.USER_AUTHENTICATION, userPin);
        Optional<CertificationRequest> signatureRequest =
                signaturePassword.map(pin -> request(card, jpki, JpkiKey.SIGNATURE, pin));
        List<Runnable> undo = new ArrayList<>();
        boolean done = false;
        try {
            JpkiCertificate user =
                    userAuthenticationCa.issue(userApplication(applicant, userRequest));
            undo.add(() -> discard(userAuthenticationCa, user));
            Optional<JpkiCertificate> signature =
                    signatureRequest.map(request ->
                            signatureCa.issue(signatureApplication(applicant, request, user)));
            signature.ifPresent(issued -> undo.add(() -> discard(signatureCa, issued)));
            var issued = new IssuedCard(user, signature);
            write(card, issued);
            readBack(jpki, issued, signaturePassword);
            card.close();
            done = true;
            return issued;
        } finally {
            if (!done) undo.forEach(Runnable::run);
        }
    }

    /** The chip makes the key pair and signs the request with it: proof that it holds the key. */
    private static CertificationRequest request(
            BlankCard card, JpkiClient jpki, JpkiKey key, Pin pin) {
        var publicKey = card.generateKeyPair(keyFile(key));
        card.setPin(pinFile(key), pin);
        if (!(jpki.verify(key, pin, LastTry.KEEP) instanceof PinCheck.Accepted)) {
            throw new CardNotAsWritten("the PIN of " + key);
        }
        return CertificationRequest.make(
                publicKey, content -> jpki.sign(key, DigestInfo.SHA256.ofMessage(content)));
    }

    private void write(BlankCard card, IssuedCard issued) {
        card.write(JpkiFile.USER_AUTHENTICATION_CERTIFICATE, issued.userAuthentication().der());
        issued.signature()
                .ifPresent(each -> card.write(JpkiFile.SIGNATURE_CERTIFICATE, each.der()));
        card.write(
                JpkiFile.USER_AUTHENTICATION_CA_CERTIFICATE,
                userAuthenticationCa.certificate().der());
        card.write(JpkiFile.SIGNATURE_CA_CERTIFICATE, signatureCa.certificate().der());
        card.write(JpkiFile.TOKEN_INFO, tokenInfo(issued).encode());
    }

    private void readBack(JpkiClient jpki, IssuedCard issued, Optional<Pin> signaturePassword) {
        same(
                "login certificate",
                issued.userAuthentication().der(),
                jpki.certificate(JpkiKey.USER_AUTHENTICATION));
        same(
                "login CA certificate",
                userAuthenticationCa.certificate().der(),
                jpki.caCertificate(JpkiKey.USER_AUTHENTICATION));
        same(
                "signature CA certificate",
                signatureCa.certificate().der(),
                jpki.caCertificate(JpkiKey.SIGNATURE));
        if (signaturePassword.isEmpty()) return;
        jpki.verify(JpkiKey.SIGNATURE, signaturePassword.get(), LastTry.KEEP);
        same(
                "signature certificate",
                issued.signature().orElseThrow().der(),
                jpki.certificate(JpkiKey.SIGNATURE));
    }

    /** Serial number of the token: the login certificate's, in 16 digits (our choice). */
    private static TokenInfo tokenInfo(IssuedCard issued) {
        return new TokenInfo(
                TokenInfo.MY_NUMBER_CARD,
                "OPENMYNA TEST",
                "TEST SPECIMEN",
                "%016d".formatted(issued.userAuthentication().serial().value()));
    }

    private static UserAuthenticationCertificateApplication userApplication(
            Applicant applicant, CertificationRequest request) {
        return UserAuthenticationCertificateApplication.first(
                request,
                applicant.office(),
                applicant.fourItems().birthDate(),
                applicant.cardLastDay());
    }

    private static SignatureCertificateApplication signatureApplication(
            Applicant applicant, CertificationRequest request, JpkiCertificate user) {
        return SignatureCertificateApplication.first(
                        request, applicant.fourItems(), applicant.office(), applicant.cardLastDay())
                .besideUserAuthenticationUntil(user.notAfter());
    }

    private static void discard(CertificationAuthority authority, JpkiCertificate certificate) {
        authority.revoke(certificate.serial(), RevocationReason.UNSPECIFIED);
    }

    private static void same(String what, byte[] written, byte[] read) {
        if (!Arrays.equals(written, read)) throw new CardNotAsWritten(what);
    }

    private static JpkiFile keyFile(JpkiKey key) {
        return key == JpkiKey.SIGNATURE ? JpkiFile.SIGNATURE_KEY : JpkiFile.USER_AUTHENTICATION_KEY;
    }

    private static JpkiFile pinFile(JpkiKey key) {
        return key == JpkiKey.SIGNATURE
                ? JpkiFile.SIGNATURE_PASSWORD
                : JpkiFile.USER_AUTHENTICATION_PIN;
    }
}
