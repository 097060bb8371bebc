package org.openmyna.card.reader;

import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CardFileMalformed;
import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.card.protocol.CvSignature;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.card.protocol.SignedFile;
import org.openmyna.card.protocol.StatusWord;

/**
 * The steps that are the same for every application, and what they found. The first one that fails
 * throws {@link CardNotGenuine}.
 */
final class AuthenticityTrail {
    private static final int CHALLENGE_LENGTH = 32;

    private final TrustedCvAuthorities trusted;
    private final List<AuthenticityStep> steps = new ArrayList<>();

    AuthenticityTrail(TrustedCvAuthorities trusted) {
        this.trusted = trusted;
    }

    List<AuthenticityStep> steps() {
        return List.copyOf(steps);
    }

    /** Reference 6.1 and 6.2: from a trusted authority to the municipality's key. */
    RSAPublicKey issuerKey(CardApplication application, CvCertificate certificate) {
        String on = certificate.issuer() + " → " + certificate.subject();
        var details =
                ApplicationWords.of(application)
                        .details("application", Map.of("keyId", certificate.issuer()));
        var otherWorld = otherWorld(certificate);
        var authority = trusted.find(certificate.issuer());
        boolean known = otherWorld == null && authority.isPresent();
        boolean fits = known && authority.orElseThrow().application() == application;
        step(
                fits,
                AuthenticityCheck.ISSUER_TRUSTED,
                application,
                on,
                otherWorld != null
                        ? otherWorld
                        : known ? ReaderError.WRONG_CHAIN : ReaderError.ISSUER_UNKNOWN,
                details);
        step(
                certificate.isSignedBy(authority.orElseThrow().publicKey()),
                AuthenticityCheck.CERTIFICATE_SIGNED,
                application,
                on,
                ReaderError.CERTIFICATE_SIGNATURE_WRONG,
                details);
        return certificate.publicKey();
    }

    private @Nullable ReaderError otherWorld(CvCertificate certificate) {
        return switch (trusted.mode()) {
            case PRODUCTION ->
                    certificate.issuer().isTest() ? ReaderError.TEST_CARD_IN_PRODUCTION : null;
            case TEST -> certificate.issuer().isProduction() ? ReaderError.REAL_CARD_IN_TEST : null;
        };
    }

    /** Reference 6.3: the municipality signed this file. */
    void signed(CardFile file, SignedFile content, RSAPublicKey issuer) {
        step(
                content.isSignedBy(issuer),
                AuthenticityCheck.DATA_SIGNED,
                file.application(),
                file.label(),
                ReaderError.DATA_SIGNATURE_WRONG,
                words(file).details("file"));
    }

    void sameKey(CardFile file, RSAPublicKey key, RSAPublicKey expected) {
        step(
                key.getModulus().equals(expected.getModulus())
                        && key.getPublicExponent().equals(expected.getPublicExponent()),
                AuthenticityCheck.SAME_KEY,
                file.application(),
                file.label(),
                ReaderError.KEY_DIFFERS,
                words(file).details("file"));
    }

    /** Reference 6.4: the chip signs a challenge that nobody could know before. */
    void challenge(
            CardApplication application,
            ApplicationSession card,
            RSAPublicKey key,
            RandomGenerator chance) {
        byte[] challenge = new byte[CHALLENGE_LENGTH];
        chance.nextBytes(challenge);
        byte[] signature = {};
        StatusWord status = StatusWord.OK;
        try {
            signature = card.sign(0x00, DigestInfo.SHA256.ofMessage(challenge));
        } catch (CommandRefused refused) {
            status = refused.statusWord();
        } catch (PinNotVerified | VerificationLost wantsAPin) {
            status = StatusWord.SECURITY_NOT_SATISFIED;
        }
        answered(application, key, challenge, signature, status);
    }

    /**
     * The same with an answer that came from elsewhere.
     *
     * @param status of the command that asked for it
     */
    void answered(
            CardApplication application,
            RSAPublicKey key,
            byte[] challenge,
            byte[] signature,
            StatusWord status) {
        boolean refused = !status.isOk();
        step(
                !refused && CvSignature.verifies(key, challenge, signature),
                AuthenticityCheck.CHALLENGE_ANSWERED,
                application,
                "SHA256withRSA, " + challenge.length,
                refused ? ReaderError.CHALLENGE_REFUSED : ReaderError.CHALLENGE_WRONG,
                ApplicationWords.of(application).details("application", Map.of("status", status)));
    }

    void step(
            boolean passed,
            AuthenticityCheck check,
            CardApplication application,
            String on,
            ReaderError otherwise,
            Map<String, String> details) {
        steps.add(new AuthenticityStep(check, application, on, passed));
        if (!passed) throw new CardNotGenuine(new CardRefusal(otherwise, details));
    }

    /** A file that must be there and whole, since the check depends on it. */
    static <T> T read(CardFile file, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (CardFileMalformed
                | CommandRefused
                | PinNotVerified
                | VerificationLost
                | AnswerEndless unreadable) {
            throw new CardNotGenuine(
                    new CardRefusal(
                            ReaderError.SIGNED_FILE_UNREADABLE,
                            words(file)
                                    .details(
                                            "file",
                                            Map.of(
                                                    "why",
                                                    String.valueOf(unreadable.getMessage())))));
        }
    }

    /** Application and file in words. */
    private static Words words(CardFile file) {
        Words application = ApplicationWords.of(file.application());
        Words name = FileWords.of(file);
        return new Words(
                application.japanese() + "の" + name.japanese(),
                "the " + name.english() + " of " + application.english());
    }
}
