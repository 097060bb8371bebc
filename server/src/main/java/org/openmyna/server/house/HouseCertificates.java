package org.openmyna.server.house;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** What the certificates of the house look like. */
final class HouseCertificates {
    private static final String ORGANISATION = "O=OpenMyna TEST";
    private static final X500Name CA = new X500Name(ORGANISATION + ",CN=house CA");
    private static final int SERIAL_BITS = 127;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private final SecureRandom random;

    HouseCertificates(SecureRandom random) {
        this.random = random;
    }

    private interface Extending {
        void extend(JcaX509v3CertificateBuilder builder) throws IOException;
    }

    X509Certificate ca(KeyPair pair, Instant now, Duration life) {
        return sign(
                pair.getPrivate(),
                builder(CA, pair.getPublic(), now, now.plus(life)),
                builder -> {
                    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
                    builder.addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
                });
    }

    /**
     * @param names DNS names and addresses
     */
    X509Certificate server(
            HouseFiles.Entry ca, PublicKey key, List<String> names, Instant now, Duration life) {
        GeneralName[] all =
                names.stream()
                        .map(name ->
                                new GeneralName(
                                        ADDRESS.matcher(name).matches()
                                                ? GeneralName.iPAddress
                                                : GeneralName.dNSName,
                                        name))
                        .toArray(GeneralName[]::new);
        return leaf(
                ca,
                new X500Name(ORGANISATION + ",CN=server"),
                key,
                now,
                life,
                builder -> {
                    builder.addExtension(
                            Extension.subjectAlternativeName, false, new GeneralNames(all));
                    builder.addExtension(
                            Extension.extendedKeyUsage,
                            false,
                            new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
                });
    }

    X509Certificate machine(
            HouseFiles.Entry ca,
            PublicKey key,
            Organisation organisation,
            Instant now,
            Duration life) {
        return leaf(
                ca,
                new X500Name(ORGANISATION + ",CN=" + organisation.id()),
                key,
                now,
                life,
                builder ->
                        builder.addExtension(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)));
    }

    private X509Certificate leaf(
            HouseFiles.Entry ca,
            X500Name subject,
            PublicKey key,
            Instant now,
            Duration life,
            Extending extending) {
        return sign(
                ca.key(),
                builder(subject, key, now, now.plus(life)),
                builder -> {
                    builder.addExtension(
                            Extension.basicConstraints, true, new BasicConstraints(false));
                    builder.addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                    builder.addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            utilities()
                                    .createAuthorityKeyIdentifier(ca.certificate().getPublicKey()));
                    extending.extend(builder);
                });
    }

    private JcaX509v3CertificateBuilder builder(
            X500Name subject, PublicKey key, Instant now, Instant end) {
        return new JcaX509v3CertificateBuilder(
                CA,
                new BigInteger(SERIAL_BITS, random).setBit(0),
                Date.from(now.minus(CLOCKS_DIFFER)),
                Date.from(end),
                subject,
                key);
    }

    private static X509Certificate sign(
            PrivateKey issuer, JcaX509v3CertificateBuilder builder, Extending extending) {
        try {
            extending.extend(builder);
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA").build(issuer)));
        } catch (IOException | GeneralSecurityException | OperatorCreationException ourMistake) {
            throw new IllegalStateException(ourMistake);
        }
    }

    private static JcaX509ExtensionUtils utilities() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (GeneralSecurityException everyJavaHasSha1) {
            throw new IllegalStateException(everyJavaHasSha1);
        }
    }

    /** DNS names and addresses of a server's certificate. */
    static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream().map(name -> String.valueOf(name.get(1))).toList();
        } catch (GeneralSecurityException malformed) {
            return List.of();
        }
    }

    static boolean isForCalls(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes != null && purposes.contains(KeyPurposeId.id_kp_clientAuth.getId());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .findFirst();
        } catch (InvalidNameException malformed) {
            return Optional.empty();
        }
    }
}
