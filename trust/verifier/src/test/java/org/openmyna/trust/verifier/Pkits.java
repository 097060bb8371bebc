package org.openmyna.trust.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;

/** The files of NIST's Public Key Interoperability Test Suite, and who issued what in them. */
final class Pkits {
    private static final Path VECTORS = Path.of("src/test/resources/vectors");

    /**
     * One test.
     *
     * @param number as in NIST's text, such as 4.2.6
     * @param valid what NIST says the path is
     * @param endEntity name of its file
     */
    record Case(String number, boolean valid, String endEntity) {
        String section() {
            return number.substring(0, number.lastIndexOf('.'));
        }
    }

    private final Map<String, X509CertificateHolder> certificates = new TreeMap<>();
    private final Map<String, X509CRLHolder> lists = new TreeMap<>();

    Pkits() {
        files().forEach((name, der) -> {
            try {
                if (name.endsWith(".crl")) lists.put(name, new X509CRLHolder(der));
                else certificates.put(name, new X509CertificateHolder(der));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> all = new HashMap<>();
        try (var zip = new ZipInputStream(Files.newInputStream(VECTORS.resolve("pkits.zip")))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry())
                all.put(each.getName(), zip.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return all;
    }

    static List<Case> cases() {
        try {
            return Files.readAllLines(VECTORS.resolve("pkits.txt")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .map(part -> new Case(part[0], part[1].equals("valid"), part[2]))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Map<String, X509CertificateHolder> certificates() {
        return certificates;
    }

    Map<String, X509CRLHolder> lists() {
        return lists;
    }

    X509CertificateHolder endEntity(Case test) {
        return certificate(test.endEntity());
    }

    X509CertificateHolder anchor() {
        return certificate("TrustAnchorRootCertificate");
    }

    private X509CertificateHolder certificate(String name) {
        return Objects.requireNonNull(certificates.get("certs/" + name + ".crt"), name);
    }

    /** The CA certificate that has the key named, of several rather one that has the name too. */
    Optional<X509CertificateHolder> issuer(X509CertificateHolder of) {
        return certificates.values().stream()
                .filter(ca -> has(ca, keyId(of)))
                .min(
                        Comparator.comparing((X509CertificateHolder ca) ->
                                        !ca.getSubject().equals(of.getIssuer()))
                                .thenComparing(
                                        ca -> !ca.getIssuer().equals(anchor().getSubject())));
    }

    /** What a client would have found for this CA: the lists under its name or its key. */
    List<X509CRLHolder> listsOf(X509CertificateHolder ca) {
        X500Name name = ca.getSubject();
        return lists.values().stream()
                .filter(list -> list.getIssuer().equals(name) || has(ca, keyId(list)))
                .toList();
    }

    static byte[] keyId(X509CertificateHolder of) {
        return keyId(of.getExtension(Extension.authorityKeyIdentifier));
    }

    static byte[] keyId(X509CRLHolder of) {
        return keyId(of.getExtension(Extension.authorityKeyIdentifier));
    }

    private static byte[] keyId(Extension extension) {
        return extension == null
                ? new byte[0]
                : AuthorityKeyIdentifier.getInstance(extension.getParsedValue()).getKeyIdentifier();
    }

    static boolean has(X509CertificateHolder ca, byte[] keyId) {
        Extension own = ca.getExtension(Extension.subjectKeyIdentifier);
        return own != null
                && Arrays.equals(
                        SubjectKeyIdentifier.getInstance(own.getParsedValue()).getKeyIdentifier(),
                        keyId);
    }
}
