package org.openmyna.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;

/** How a certificate is shown: a line for people, a map for programs. */
final class CertificateView {
    private static final DateTimeFormatter JAPAN_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'JST'")
                    .withZone(ZoneId.of("Asia/Tokyo"));

    private CertificateView() {}

    static String key(JpkiCertificate certificate) {
        return certificate.kind() == CaKind.SIGNATURE ? "signature" : "userAuthentication";
    }

    static String line(Voice voice, JpkiCertificate certificate) {
        return voice.words(
                "certificate.line",
                voice.words("certificate." + certificate.kind().name()),
                certificate.serial().value().toString(),
                japanTime(certificate.notAfter()));
    }

    /** The same in two columns. */
    static void row(Voice voice, Table table, JpkiCertificate certificate) {
        table.row(
                voice.words("certificate." + certificate.kind().name()),
                voice.words(
                        "certificate.row",
                        certificate.serial().value().toString(),
                        japanTime(certificate.notAfter())));
    }

    static Map<String, Object> of(JpkiCertificate certificate) {
        var map = new LinkedHashMap<String, Object>();
        map.put("serial", certificate.serial().value().toString());
        map.put("notBefore", certificate.notBefore());
        map.put("notAfter", certificate.notAfter());
        map.put("hierarchy", certificate.hierarchy().name());
        return map;
    }

    static String japanTime(Instant instant) {
        return JAPAN_TIME.format(instant);
    }
}
