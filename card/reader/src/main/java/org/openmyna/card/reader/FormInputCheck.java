package org.openmyna.card.reader;

import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.openmyna.card.protocol.AuthenticationPublicKeyFile;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.card.protocol.IntegrityFile;

/** The form input application: certificate, digests of number and items, key, challenge. */
final class FormInputCheck {
    private static final CardApplication APPLICATION = CardApplication.FORM_INPUT;

    private final FormInputClient text;
    private final AuthenticityTrail trail;
    private final RandomGenerator chance;

    FormInputCheck(FormInputClient text, AuthenticityTrail trail, RandomGenerator chance) {
        this.text = text;
        this.trail = trail;
        this.chance = chance;
    }

    /**
     * @param numberFile all bytes as they came from the card; empty if nothing opened it
     * @param items empty if nothing opened them
     */
    void check(Optional<byte[]> numberFile, Optional<FourItemsFile> items) {
        CvCertificate certificate =
                AuthenticityTrail.read(FormInputFile.ISSUER_CERTIFICATE, text::issuerCertificate);
        RSAPublicKey issuer = trail.issuerKey(APPLICATION, certificate);
        IntegrityFile integrity = AuthenticityTrail.read(FormInputFile.INTEGRITY, text::integrity);
        trail.signed(FormInputFile.INTEGRITY, integrity, issuer);
        numberFile.ifPresent(file ->
                trail.step(
                        integrity.matchesNumber(file),
                        AuthenticityCheck.NUMBER_SIGNED,
                        APPLICATION,
                        FormInputFile.MY_NUMBER.label(),
                        ReaderError.NUMBER_DIGEST_DIFFERS,
                        Map.of()));
        items.ifPresent(file -> itemsSigned(trail, integrity, file));
        AuthenticationPublicKeyFile key =
                AuthenticityTrail.read(
                        FormInputFile.AUTHENTICATION_PUBLIC_KEY, text::authenticationPublicKey);
        trail.signed(FormInputFile.AUTHENTICATION_PUBLIC_KEY, key, issuer);
        trail.challenge(APPLICATION, text.session(), key.publicKey(), chance);
    }

    static void itemsSigned(AuthenticityTrail trail, IntegrityFile integrity, FourItemsFile items) {
        trail.step(
                integrity.matchesItems(items),
                AuthenticityCheck.ITEMS_SIGNED,
                APPLICATION,
                FormInputFile.FOUR_ITEMS.label(),
                ReaderError.ITEMS_DIGEST_DIFFERS,
                Map.of());
    }
}
