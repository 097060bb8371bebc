package org.openmyna.trust.verifier;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.Hierarchy;

/** The generations that are trusted, all of one world. Nothing is trusted that was not given. */
final class Pinned {
    /**
     * SHA-256 of the self-signed certificates that J-LIS publishes (JPKI reference 1.2): three
     * generations of the signature authority, three of the user-authentication authority.
     */
    static final Set<String> REAL =
            Set.of(
                    "19645405a1fe14377434bd55957628ac4038557c542403a2243f21c706fc9355",
                    "79679c33e4cc9319440f1ad120a597ff1844e2ef217063adb176966fd5e6fbeb",
                    "d227f6cde11d35c5252178f106f843d24651944975413b539fa2fb68dbfa365f",
                    "4dcfc4ca0aaf9fb2a3081b3f0c991c320b3acc008667a341eeaec5af1d58ca7d",
                    "0d98de47fc11b7f67126874b7028b6026a803d2638d6edfe53176953961fade6",
                    "64114f29620c24ed2631d46476a040e7ee740d956089c00b036a6a8118c322b5");

    private final TrustMode mode;
    private final List<Generation> generations;

    /**
     * @param real the fingerprints that count as real; another set than {@link #REAL} is for tests,
     *     which cannot have a certificate of J-LIS
     */
    Pinned(TrustMode mode, List<CaCertificate> authorities, Set<String> real) {
        if (authorities.isEmpty()) throw new SettingsIncomplete("no authority to trust");
        this.mode = mode;
        this.generations = authorities.stream().distinct().map(Generation::new).toList();
        this.generations.forEach(generation -> mustBelong(generation, real));
    }

    private void mustBelong(Generation generation, Set<String> real) {
        boolean test = generation.ca().hierarchy() == Hierarchy.TEST;
        switch (mode) {
            case TEST -> {
                if (!test) throw new RealAuthorityInTest();
            }
            case PRODUCTION -> {
                if (test) throw new TestAuthorityInProduction();
                if (!real.contains(generation.fingerprint()))
                    throw new AuthorityNotPinned(generation.fingerprint());
            }
        }
    }

    TrustMode mode() {
        return mode;
    }

    Hierarchy hierarchy() {
        return switch (mode) {
            case TEST -> Hierarchy.TEST;
            case PRODUCTION -> Hierarchy.PRODUCTION;
        };
    }

    /** Whether an authority has this name, byte for byte. */
    boolean knows(X500Principal name) {
        byte[] der = name.getEncoded();
        return generations.stream().anyMatch(g -> Arrays.equals(g.ca().nameDer(), der));
    }

    List<Generation> withKey(CaKind kind, String keyId) {
        return generations.stream()
                .filter(generation -> generation.ca().kind() == kind)
                .filter(generation -> generation.keyId().equals(keyId))
                .toList();
    }
}
