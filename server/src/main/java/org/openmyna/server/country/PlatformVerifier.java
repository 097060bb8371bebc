package org.openmyna.server.country;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.openmyna.server.authority.OpenAuthority;
import org.openmyna.server.house.HouseCa;
import org.openmyna.server.house.Organisation;
import org.openmyna.trust.authority.ocsp.OcspAccess;
import org.openmyna.trust.authority.ocsp.OcspCaller;
import org.openmyna.trust.authority.ocsp.Verifier;
import org.openmyna.trust.authority.ocsp.VerifierKind;
import org.openmyna.trust.authority.ocsp.VerifierRegister;
import org.openmyna.trust.authority.ocsp.VerifierState;

/**
 * The platform as the authority knows it. Where only registered verifiers are answered it is one of
 * them (プラットフォーム事業者), by the SHA-256 of its machine certificate, as if it asked over the network:
 * whoever suspends its entry ends all logins. A test country enters it by itself; elsewhere an
 * officer does, with the file {@code house/platform.pem}.
 */
final class PlatformVerifier {
    private static final Organisation PLATFORM = Organisation.PLATFORM;

    private final OpenAuthority authority;
    private final Path house;
    private final boolean sandbox;

    /**
     * @param house folder of the house CA
     */
    PlatformVerifier(OpenAuthority authority, Path house, boolean sandbox) {
        this.authority = authority;
        this.house = house;
        this.sandbox = sandbox;
    }

    OcspCaller caller() {
        if (authority.authorities().ocsp().access() == OcspAccess.OPEN) {
            return new OcspCaller.Anonymous();
        }
        byte[] sha256 = certificateSha256();
        if (sandbox && authority.writes()) enter(authority.authorities().verifiers(), sha256);
        return new OcspCaller.Registered(sha256);
    }

    private byte[] certificateSha256() {
        HouseCa ca = HouseCa.in(house, new SecureRandom(), Instant::now);
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(ca.kept(PLATFORM).certificate().getEncoded());
        } catch (GeneralSecurityException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    /** What an officer decided about it stays. */
    private static void enter(VerifierRegister register, byte[] sha256) {
        Optional<Verifier> entry =
                register.list().stream()
                        .filter(each -> each.id().equals(PLATFORM.id()))
                        .findFirst();
        if (entry.isEmpty()) {
            var unused =
                    register.register(
                            PLATFORM.id(),
                            VerifierKind.PLATFORM_OPERATOR,
                            "プラットフォーム（試験用）TEST",
                            sha256);
        } else if (entry.get().state() != VerifierState.REFUSED
                && !Arrays.equals(entry.get().certificateSha256(), sha256)) {
            register.changeCertificate(PLATFORM.id(), sha256);
        }
    }
}
