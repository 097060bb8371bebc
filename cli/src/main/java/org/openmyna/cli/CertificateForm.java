package org.openmyna.cli;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.Sex;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CertifiedFourItems;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.JpkiCertificate;

/** How a certificate of the card is given out. */
enum CertificateForm {
    /** For people. */
    TEXT {
        @Override
        byte[] encode(Voice voice, String word, byte[] der) {
            return (text(voice, word, der) + "\n").getBytes(StandardCharsets.UTF_8);
        }
    },
    PEM {
        @Override
        byte[] encode(Voice voice, String word, byte[] der) {
            return pem("CERTIFICATE", der);
        }
    },
    DER {
        @Override
        byte[] encode(Voice voice, String word, byte[] der) {
            return der.clone();
        }
    },
    /** The public key as a line of authorized_keys (RFC 4253, 6.6). */
    SSH {
        @Override
        byte[] encode(Voice voice, String word, byte[] der) {
            String blob = Base64.getEncoder().encodeToString(SshKey.encode(x509(word, der)));
            return ("ssh-rsa " + blob + " my-number-card-" + word + "\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }
    };

    abstract byte[] encode(Voice voice, String word, byte[] der);

    static byte[] pem(String type, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(type, lines, type)
                .getBytes(StandardCharsets.US_ASCII);
    }

    static Map<String, Object> data(String word, byte[] der) {
        X509Certificate certificate = x509(word, der);
        var data = new LinkedHashMap<String, Object>();
        data.put("type", word);
        data.put("serial", certificate.getSerialNumber().toString());
        data.put("subject", name(certificate.getSubjectX500Principal()));
        data.put("issuer", name(certificate.getIssuerX500Principal()));
        data.put("notBefore", certificate.getNotBefore().toInstant());
        data.put("notAfter", certificate.getNotAfter().toInstant());
        data.put("hierarchy", hierarchy(word, der).name());
        data.put("der", Base64.getEncoder().encodeToString(der));
        return data;
    }

    private static String text(Voice voice, String word, byte[] der) {
        X509Certificate certificate = x509(word, der);
        var table = new Table();
        table.row(voice.words("certificate.subject"), name(certificate.getSubjectX500Principal()));
        table.row(voice.words("certificate.issuer"), name(certificate.getIssuerX500Principal()));
        table.row(voice.words("certificate.serial"), certificate.getSerialNumber().toString());
        table.row(
                voice.words("certificate.from"),
                CertificateView.japanTime(certificate.getNotBefore().toInstant()));
        table.row(
                voice.words("certificate.until"),
                CertificateView.japanTime(certificate.getNotAfter().toInstant()));
        var key = (RSAPublicKey) certificate.getPublicKey();
        table.row(
                voice.words("certificate.key"),
                "RSA %d, %s".formatted(key.getModulus().bitLength(), certificate.getSigAlgName()));
        items(word, der).ifPresent(items -> rows(voice, table, items));
        table.row(voice.words("certificate.digest"), SshKey.sha256(der));
        String title = voice.words("certificate.title." + word);
        if (hierarchy(word, der) == Hierarchy.TEST) title += "  " + voice.words("certificate.test");
        return title + "\n" + String.join("\n", table.lines("  "));
    }

    private static void rows(Voice voice, Table table, CertifiedFourItems items) {
        table.row(voice.words("read.name"), items.name());
        table.row(voice.words("read.address"), items.address());
        table.row(
                voice.words("read.born"),
                JapaneseDate.ofCertificateForm(items.birthDate()).japanese());
        table.row(voice.words("read.sex"), voice.words("sex." + Sex.ofCode(items.sex()).name()));
    }

    private static Optional<CertifiedFourItems> items(String word, byte[] der) {
        return isCa(word) ? Optional.empty() : JpkiCertificate.parse(der).fourItems();
    }

    private static Hierarchy hierarchy(String word, byte[] der) {
        return isCa(word)
                ? CaCertificate.parse(der).hierarchy()
                : JpkiCertificate.parse(der).hierarchy();
    }

    private static X509Certificate x509(String word, byte[] der) {
        return isCa(word) ? CaCertificate.parse(der).x509() : JpkiCertificate.parse(der).x509();
    }

    private static boolean isCa(String word) {
        return word.endsWith("-ca");
    }

    private static String name(X500Principal principal) {
        return principal.getName(X500Principal.RFC2253);
    }
}
