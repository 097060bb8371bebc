package org.openmyna.server;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.RequestId;
import org.openmyna.trust.authority.Reservation;
import org.openmyna.trust.authority.UserAuthenticationCertificateApplication;
import org.openmyna.trust.profile.CaKind;

/** A server in a program of its own, which is killed: it issues, tells the serials, and goes on. */
final class ServerProgram {
    private ServerProgram() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        RunningServer server =
                OpenMynaServer.start(
                        ServerSettings.in(Path.of(arguments[0]))
                                .withPort(0)
                                .withRoles(ServerRole.AUTHORITY_ALONE));
        var authority = server.authorities().authority(CaKind.USER_AUTHENTICATION);
        for (int n = 0; ; n++) {
            String name = "killed-" + n;
            var certificate =
                    authority.issueActive(
                            Reservation.onCard(
                                    new RequestId(name), new HolderId(name), TestCountry.himeji()),
                            UserAuthenticationCertificateApplication.first(
                                    TestCountry.request(),
                                    TestCountry.himeji(),
                                    JapaneseDate.of(LocalDate.parse(TestCountry.BIRTH_DATE)),
                                    TestCountry.CARD_LAST_DAY));
            out.println(certificate.serial());
        }
    }
}
