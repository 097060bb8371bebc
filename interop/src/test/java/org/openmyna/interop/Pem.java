package org.openmyna.interop;

import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The textual encodings of RFC 7468, as far as programs are given and print them. */
final class Pem {
    private static final Pattern CERTIFICATE =
            Pattern.compile(
                    "-----BEGIN CERTIFICATE-----(.*?)-----END CERTIFICATE-----", Pattern.DOTALL);

    private Pem() {}

    static String certificate(byte[] der) {
        return text("CERTIFICATE", der);
    }

    static String publicKey(byte[] subjectPublicKeyInfo) {
        return text("PUBLIC KEY", subjectPublicKeyInfo);
    }

    static String revocationList(byte[] der) {
        return text("X509 CRL", der);
    }

    /** All certificates in what a program printed. */
    static List<byte[]> certificatesIn(String printed) {
        return CERTIFICATE
                .matcher(printed)
                .results()
                .map((MatchResult found) -> Base64.getMimeDecoder().decode(found.group(1)))
                .toList();
    }

    private static String text(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label);
    }
}
