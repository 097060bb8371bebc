package org.openmyna.trust.authority.crl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.authority.answers.OpenSsl;
import org.openmyna.trust.authority.answers.SmallAuthority;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.RevocationReason;

/** A program nobody here wrote reads the lists. */
final class OpenSslListTest {
    @TempDir Path home;

    @Test
    void openssl_verifies_a_full_list_and_a_shard_and_reads_their_reasons() throws Exception {
        OpenSsl.mustBeThere();
        try (var authority = new SmallAuthority()) {
            Generation login = authority.generation(CaKind.USER_AUTHENTICATION, 1);
            CertificateSerial gone = authority.active(login, "Okinawa-ken/Naha-shi");
            authority.revoke(gone, RevocationReason.CERTIFICATE_HOLD);
            var publisher =
                    new RevocationListPublisher(
                            authority.database(),
                            authority.generations(),
                            authority.vault(),
                            authority.log(),
                            ListSettings.usual(),
                            home.resolve("lists"),
                            authority.clock());
            String ca =
                    OpenSsl.pem(home.resolve("ca.pem"), "CERTIFICATE", login.certificate().der());
            for (var point :
                    List.of(
                            Optional.<DistributionPoint>empty(),
                            Optional.of(SmallAuthority.naha(CaKind.USER_AUTHENTICATION)))) {
                PublishedList list = publisher.publish(login.id(), point);
                var text =
                        OpenSsl.run(
                                "crl",
                                "-inform",
                                "DER",
                                "-in",
                                list.file().toString(),
                                "-CAfile",
                                ca,
                                "-noout",
                                "-text");
                assertThat(text.exitCode()).as(text.output()).isZero();
                assertThat(text.output())
                        .contains(
                                "verify OK",
                                "Serial Number: " + gone,
                                "Certificate Hold",
                                "X509v3 Issuing Distribution Point: critical",
                                "Only User Certificates");
                assertThat(text.output().contains("CN = Naha-shi CRLDP"))
                        .isEqualTo(point.isPresent());
            }
        }
    }
}
