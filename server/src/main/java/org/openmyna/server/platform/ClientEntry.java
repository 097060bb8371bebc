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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openmyna.trust.verifier.ChallengeText;
import org.openmyna.trust.verifier.LoginChallengeMalformed;
import org.openmyna.trust.verifier.LoginRequest;

/** Enters clients of parties, after the rules that every client must keep. */
final class ClientEntry {
    private static final int ID_BYTES = 6;
    private static final int LONGEST_NAME = 60;
    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_KEYS = 10;

    private final ApprovalRegister register;
    private final SecureRandom random;

    ClientEntry(ApprovalRegister register, SecureRandom random) {
        this.register = register;
        this.random = random;
    }

    /**
     * What is asked for.
     *
     * @param redirects each where a browser may return to
     * @param logouts each where a browser may go after a logout
     * @param jwks public keys; empty: a key is made
     */
    record Wish(
            String nameJa,
            String nameEn,
            List<String> redirects,
            List<String> logouts,
            Optional<String> jwks) {}

    /**
     * @param privateKey if one was made: shown once, kept nowhere
     */
    record Entered(Client client, Optional<ECKey> privateKey) {}

    /**
     * @param idBefore what its id begins with
     * @param party which is known
     * @param keep takes a key that was made, before the client is entered
     * @throws NotDone for what is not right (MYNA-PLT-016), naming the field
     */
    Entered enter(String officer, String idBefore, String party, Wish wish, Consumer<ECKey> keep) {
        String nameJa = name("name", wish.nameJa());
        String nameEn = name("name-en", wish.nameEn());
        if (wish.redirects().isEmpty()) throw wrong("redirect");
        List<URI> redirects =
                wish.redirects().stream().map(each -> address("redirect", each)).toList();
        wish.logouts().forEach(each -> address("logout", each));
        String sector = sector(redirects);
        Optional<String> given = wish.jwks().map(ClientEntry::publicKeys);
        Optional<ECKey> made = given.isPresent() ? Optional.empty() : Optional.of(newKey());
        String jwks =
                given.orElseGet(() -> new JWKSet(made.orElseThrow().toPublicJWK()).toString());
        made.ifPresent(keep);
        var client =
                new Client(
                        newId(idBefore),
                        party,
                        nameJa,
                        nameEn,
                        wish.redirects(),
                        wish.logouts(),
                        jwks,
                        sector,
                        Standing.NOT_APPROVED);
        register.enterClient(officer, client);
        return new Entered(register.client(client.id()).orElseThrow(), made);
    }

    /**
     * @throws NotDone if that is no name for a page (MYNA-PLT-016)
     */
    static String name(String field, String text) {
        return words(field, text, LONGEST_NAME);
    }

    static String words(String field, String text, int longest) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > longest || !ChallengeText.isReadable(words)) {
            throw wrong(field);
        }
        return words;
    }

    private String newId(String before) {
        byte[] octets = new byte[ID_BYTES];
        random.nextBytes(octets);
        return before + HexFormat.of().formatHex(octets);
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

    /** As they are kept: RFC 7517, public parts alone. */
    static String publicKeys(String text) {
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

    static NotDone wrong(String field) {
        return new NotDone(PlatformError.REGISTRATION_WRONG, Map.of("field", field));
    }
}
