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
final class World implements InstantSource {
    static final String ORIGIN = "https://platform.localhost:8080";
    static final LoginRequest REQUEST =
            new LoginRequest(
                    "demo-bank", URI.create("https://bank.localhost:8080/callback"), "口座へのログイン");

    final Forge loginAuthority = Forge.authority(CaKind.USER_AUTHENTICATION, Hierarchy.TEST, "one");
    final Forge signatureAuthority = Forge.authority(CaKind.SIGNATURE, Hierarchy.TEST, "one");
    final KeyPair loginKeys = Forge.keys("login", 2048);
    final KeyPair signatureKeys = Forge.keys("signature", 2048);
    final RevocationLists lists = new RevocationLists();
    final SecureRandom random = new SecureRandom();
    private Instant now = Forge.NOW;

    World() {
        lists.add(loginAuthority.crl("Chiyoda-ku").list());
        lists.add(signatureAuthority.crl("Chiyoda-ku").list());
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void passes(Duration time) {
        now = now.plus(time);
    }

    synchronized void is(String instant) {
        now = Instant.parse(instant);
    }

    CardVerifierBuilder settings() {
        return CardVerifier.builder()
                .mode(TrustMode.TEST)
                .trust(loginAuthority.certificate())
                .trust(signatureAuthority.certificate())
                .revocation(lists)
                .clock(this)
                .logins(ORIGIN, new InMemoryNonceStore(1000, this), random);
    }

    CardVerifier verifier() {
        return settings().build();
    }

    /** A verifier that knows these lists and no others. */
    CardVerifier verifierWith(RevocationList... only) {
        var source = new RevocationLists();
        for (RevocationList list : only) source.add(list);
        return settings().revocation(source).build();
    }

    Forge.Leaf login() {
        return loginAuthority.leaf(loginKeys.getPublic());
    }

    Forge.Leaf signature() {
        return signatureAuthority.leaf(signatureKeys.getPublic());
    }

    /** The holder's card answers a fresh challenge, showing this certificate. */
    LoginVerdict logIn(CardVerifier verifier, byte[] certificate) {
        LoginChallenge challenge = verifier.issueChallenge(REQUEST);
        return verifier.verifyLogin(challenge, certificate, answer(challenge));
    }

    LoginVerdict logIn(byte[] certificate) {
        return logIn(verifier(), certificate);
    }

    byte[] answer(LoginChallenge challenge) {
        return Forge.cardSigns(loginKeys.getPrivate(), challenge.digestInfo());
    }

    static final byte[] CONTENT = Forge.utf8("転居届\n");

    SignatureVerdict sign(CardVerifier verifier, byte[] certificate) {
        byte[] signature = Forge.cardSignsContent(signatureKeys.getPrivate(), CONTENT);
        return verifier.verifySignature(certificate, SignedContent.of(CONTENT), signature);
    }

    SignatureVerdict sign(byte[] certificate) {
        return sign(verifier(), certificate);
    }

    static String code(LoginVerdict verdict) {
        return switch (verdict) {
            case LoginVerdict.Accepted accepted -> "accepted";
            case LoginVerdict.Refused refused -> refused.refusal().code();
        };
    }

    static String code(SignatureVerdict verdict) {
        return switch (verdict) {
            case SignatureVerdict.Accepted accepted -> "accepted";
            case SignatureVerdict.Refused refused -> refused.refusal().code();
        };
    }
}
