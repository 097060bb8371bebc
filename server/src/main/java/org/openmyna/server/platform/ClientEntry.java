package org.openmyna.server.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.trust.verifier.ChallengeText;
import org.openmyna.trust.verifier.LoginChallengeMalformed;
import org.openmyna.trust.verifier.LoginRequest;

/**
 * Enters a client of the sandbox at once: what takes a real party an application and a review of
 * months. All of them belong to one party, 開発者（試験用）, a service provider that is approved from then
 * on.
 */
final class ClientEntry {
    static final String PARTY = "sandbox-developers";

    private static final int ID_BYTES = 6;
    private static final int LONGEST_NAME = 60;
    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_KEYS = 10;

    private final ApprovalRegister register;
    private final InstantSource legalTime;
    private final SecureRandom random;

    ClientEntry(ApprovalRegister register, InstantSource legalTime, SecureRandom random) {
        this.register = register;
        this.legalTime = legalTime;
        this.random = random;
    }

    /**
     * What a developer types.
     *
     * @param redirects each where a browser may return to
     * @param logouts each where a browser may go after a logout
     * @param jwks public keys; empty: a key is made
     */
    record Wish(String name, List<String> redirects, List<String> logouts, Optional<String> jwks) {}

    /**
     * @param privateKey if one was made: shown once, kept nowhere
     */
    record Entered(Client client, Optional<ECKey> privateKey) {}

    /**
     * @throws NotDone for what is not right (MYNA-PLT-016), naming the field
     */
    Entered enter(Wish wish) {
        String name = wish.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || !ChallengeText.isReadable(name)) {
            throw wrong("name");
        }
        if (wish.redirects().isEmpty()) throw wrong("redirect");
        List<URI> redirects =
                wish.redirects().stream().map(each -> address("redirect", each)).toList();
        wish.logouts().forEach(each -> address("logout", each));
        Optional<ECKey> made = wish.jwks().isPresent() ? Optional.empty() : Optional.of(newKey());
        String jwks =
                made.map(key -> new JWKSet(key.toPublicJWK()).toString())
                        .orElseGet(() -> publicKeys(wish.jwks().orElseThrow()));
        var client =
                new Client(
                        newId(),
                        PARTY,
                        name,
                        name,
                        wish.redirects(),
                        wish.logouts(),
                        jwks,
                        sector(redirects),
                        Standing.APPROVED);
        enterParty();
        register.enterClient(client);
        return new Entered(client, made);
    }

    private void enterParty() {
        if (register.hasParty(PARTY)) return;
        register.enterParty(PARTY, PartyKind.SERVICE_PROVIDER, "開発者（試験用）", "Developers (TEST)");
        register.approve(PARTY, legalTime.instant(), Optional.empty());
    }

    private String newId() {
        byte[] octets = new byte[ID_BYTES];
        random.nextBytes(octets);
        return "test-" + HexFormat.of().formatHex(octets);
    }

    /** OpenID Connect Core 8.1: several hosts would need a sector identifier of their own. */
    private static String sector(List<URI> redirects) {
        List<String> hosts =
                redirects.stream()
                        .map(each -> each.getHost() == null ? each.getScheme() : each.getHost())
                        .distinct()
                        .toList();
        if (hosts.size() != 1) throw wrong("redirect");
        return hosts.getFirst();
    }

    /** The same rule as a challenge has, so that every login can name it. */
    private static URI address(String field, String text) {
        try {
            return new LoginRequest("client", new URI(text), CardLogins.PURPOSE).redirectAddress();
        } catch (URISyntaxException | LoginChallengeMalformed refused) {
            throw wrong(field);
        }
    }

    private ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .secureRandom(random)
                    .generate();
        } catch (JOSEException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    private static String publicKeys(String text) {
        try {
            JWKSet keys = JWKSet.parse(text);
            boolean good =
                    !keys.getKeys().isEmpty()
                            && keys.getKeys().size() <= MOST_KEYS
                            && keys.getKeys().stream().allMatch(ClientEntry::isGood);
            if (!good) throw wrong("jwks");
            return keys.toPublicJWKSet().toString();
        } catch (ParseException malformed) {
            throw wrong("jwks");
        }
    }

    /** Public and strong; a private key does not belong in a form. */
    private static boolean isGood(JWK key) {
        return switch (key) {
            case ECKey ec -> !ec.isPrivate() && Curve.P_256.equals(ec.getCurve());
            case RSAKey rsa -> !rsa.isPrivate() && rsa.size() >= LEAST_RSA_BITS;
            default -> false;
        };
    }

    private static NotDone wrong(String field) {
        return new NotDone(PlatformError.REGISTRATION_WRONG, Map.of("field", field));
    }
}
