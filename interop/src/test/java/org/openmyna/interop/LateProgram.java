package org.openmyna.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/** A program of its own whose legal clock is another: issues, revokes, and publishes once. */
final class LateProgram {
    private LateProgram() {}

    /**
     * URL of the database, folder of the authority, moment, file for notBefore of what it issued.
     */
    public static void main(String[] arguments) throws IOException {
        List<String> moments = new ArrayList<>();
        try (Authorities authorities =
                Authorities.open(
                        new SetUpDatabase(arguments[0]),
                        Path.of(arguments[1]),
                        AuthoritySettings.sandbox(),
                        new LegalClock(arguments[2]),
                        new SecureRandom())) {
            CertificationAuthority ca = authorities.authority(CaKind.USER_AUTHENTICATION);
            for (int n = 0; n < 3; n++) {
                JpkiCertificate made = ShamPeople.active(ca, Country.office("28201"));
                ca.revoke(made.serial(), RevocationReason.SUPERSEDED);
                moments.add(made.notBefore().toString());
            }
            authorities.lists().publishAll();
        }
        Files.write(Path.of(arguments[3]), moments);
    }
}
