package org.openmyna.trust.authority;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/**
 * A program to be killed: opens an authority and issues, revokes every third certificate and makes
 * a list now and then, telling each answer as it gets it. It never ends by itself.
 */
final class IssuingProgram {
    private IssuingProgram() {}

    public static void main(String[] arguments) throws IOException {
        byte[] request = Files.readAllBytes(Path.of(arguments[1]));
        var application = Sandbox.login(CertificationRequest.parse(request), Sandbox.himeji());
        try (var tell = new FileOutputStream(FileDescriptor.out);
                var ca = new Sandbox().open(Path.of(arguments[0]))) {
            while (true) {
                JpkiCertificate certificate = ca.issue(application);
                long serial = certificate.serial().value().longValueExact();
                say(tell, "issued " + serial);
                if (serial % 3 == 0) {
                    ca.revoke(certificate.serial(), RevocationReason.SUPERSEDED);
                    say(tell, "revoked " + serial);
                }
                if (serial % 10 == 0) {
                    say(tell, "listed " + ca.crl().number());
                }
            }
        }
    }

    private static void say(FileOutputStream tell, String what) throws IOException {
        tell.write((what + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
