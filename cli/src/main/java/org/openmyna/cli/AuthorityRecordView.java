package org.openmyna.cli;

import java.util.Locale;
import java.util.Map;
import org.openmyna.trust.authority.CertificateRecord;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.status.CertificateStatus;

/** A certificate as the authority's records have it, without its contents. */
final class AuthorityRecordView {
    private AuthorityRecordView() {}

    static String[] row(Voice voice, CertificateRecord record) {
        return new String[] {
            ca(record),
            record.serial().toString(),
            record.state().name().toLowerCase(Locale.ROOT),
            status(voice, record.status()),
            record.notAfter().map(Object::toString).orElse("-"),
            record.point(),
            record.holder().value(),
            record.request().value()
        };
    }

    static Map<String, Object> data(CertificateRecord record) {
        return Voice.object(
                "ca", ca(record),
                "generation", record.generation(),
                "serial", record.serial(),
                "state", record.state(),
                "status", word(record.status()),
                "notBefore", record.notBefore().map(Object::toString).orElse(""),
                "notAfter", record.notAfter().map(Object::toString).orElse(""),
                "medium", record.medium(),
                "office", record.office(),
                "point", record.point(),
                "holder", record.holder().value(),
                "request", record.request(),
                "changedAt", record.changedAt());
    }

    private static String ca(CertificateRecord record) {
        return AuthorityOptions.Ca.of(Generation.caOf(record.generation())).word();
    }

    private static String word(CertificateStatus status) {
        return switch (status) {
            case CertificateStatus.Good() -> "good";
            case CertificateStatus.Revoked(var when, var reason) ->
                    "revoked " + when + " " + reason;
            case CertificateStatus.Unknown() -> "unknown";
        };
    }

    private static String status(Voice voice, CertificateStatus status) {
        return switch (status) {
            case CertificateStatus.Good() -> voice.words("authority.status.good");
            case CertificateStatus.Revoked(var when, var reason) ->
                    voice.words("authority.status.revoked", when, reason);
            case CertificateStatus.Unknown() -> voice.words("authority.status.unknown");
        };
    }
}
