package org.openmyna.trust.verifier;

import java.net.URI;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.RevocationList;

/**
 * Both test authorities with fresh lists, one holder with a card, one platform; a hand-set clock.
 */
public final class World implements InstantSource {
    public static final String ORIGIN = "https://platform.localhost:8080";
    public static final LoginRequest REQUEST =
            new LoginRequest(
                    "demo-bank", URI.create("https://bank.localhost:8080/callback"), "口座へのログイン");

    public final Forge loginAuthority =
            Forge.authority(CaKind.USER_AUTHENTICATION, Hierarchy.TEST, "one");
    public final Forge signatureAuthority =
            Forge.authority(CaKind.SIGNATURE, Hierarchy.TEST, "one");
    public final KeyPair loginKeys = Forge.keys("login", 2048);
    public final KeyPair signatureKeys = Forge.keys("signature", 2048);
    public final RevocationLists lists = new RevocationLists();
    public final SecureRandom random = new SecureRandom();
    private Instant now = Forge.NOW;

    public World() {
        lists.add(loginAuthority.crl("Chiyoda-ku").list());
        lists.add(signatureAuthority.crl("Chiyoda-ku").list());
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void passes(Duration time) {
        now = now.plus(time);
    }

    public synchronized void is(String instant) {
        now = Instant.parse(instant);
    }

    public VerifierBuilder settings() {
        return VerifierBuilder.testOnly()
                .trust(loginAuthority.certificate())
                .trust(signatureAuthority.certificate())
                .status(lists)
                .clock(this);
    }

    public LoginVerifier logins() {
        return logins(settings());
    }

    public LoginVerifier logins(VerifierBuilder settings) {
        return settings.logins(ORIGIN, new InMemoryNonceStore(1000, this), random);
    }

    public SignatureVerifier signatures() {
        return settings().signatures();
    }

    /** Verifiers that know these lists and no others. */
    public VerifierBuilder with(RevocationList... only) {
        var source = new RevocationLists();
        for (RevocationList list : only) source.add(list);
        return settings().status(source);
    }

    public Forge.Leaf login() {
        return loginAuthority.leaf(loginKeys.getPublic());
    }

    public Forge.Leaf signature() {
        return signatureAuthority.leaf(signatureKeys.getPublic());
    }

    /** The holder's card answers a fresh challenge, showing this certificate. */
    public LoginVerdict logIn(LoginVerifier verifier, byte[] certificate) {
        LoginChallenge challenge = verifier.issueChallenge(REQUEST);
        return verifier.verify(challenge, certificate, answer(challenge));
    }

    public LoginVerdict logIn(VerifierBuilder settings, byte[] certificate) {
        return logIn(logins(settings), certificate);
    }

    public LoginVerdict logIn(byte[] certificate) {
        return logIn(logins(), certificate);
    }

    public byte[] answer(LoginChallenge challenge) {
        return Forge.cardSigns(loginKeys.getPrivate(), challenge.digestInfo());
    }

    public static final byte[] CONTENT = Forge.utf8("転居届\n");

    public SignatureVerdict sign(SignatureVerifier verifier, byte[] certificate) {
        byte[] signature = Forge.cardSignsContent(signatureKeys.getPrivate(), CONTENT);
        return verifier.verify(certificate, SignedContent.of(CONTENT), signature);
    }

    public SignatureVerdict sign(VerifierBuilder settings, byte[] certificate) {
        return sign(settings.signatures(), certificate);
    }

    public SignatureVerdict sign(byte[] certificate) {
        return sign(signatures(), certificate);
    }

    public static String code(LoginVerdict verdict) {
        return switch (verdict) {
            case LoginVerdict.Accepted accepted -> "accepted";
            case LoginVerdict.Refused refused -> refused.refusal().code();
        };
    }

    public static String code(SignatureVerdict verdict) {
        return switch (verdict) {
            case SignatureVerdict.Accepted accepted -> "accepted";
            case SignatureVerdict.Refused refused -> refused.refusal().code();
        };
    }
}
