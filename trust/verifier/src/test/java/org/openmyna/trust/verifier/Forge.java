package org.openmyna.trust.verifier;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.RevocationList;

/**
 * Makes certificates and lists by hand, good and bad, with nothing of the profile's own builder: a
 * verifier that is tested only on what its sister made would share her errors.
 */
public final class Forge {
    public static final Instant BORN = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    public static final String JPKI = "1.2.392.200149.8.5";

    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

    public final CaKind kind;
    public final Hierarchy hierarchy;
    public final KeyPair keys;
    public final BigInteger serial;
    public final byte[] der;
    private final String algorithm;

    private Forge(CaKind kind, Hierarchy hierarchy, KeyPair keys, BigInteger serial, byte[] der) {
        this.algorithm = algorithm(keys);
        this.kind = kind;
        this.hierarchy = hierarchy;
        this.keys = keys;
        this.serial = serial;
        this.der = der;
    }

    /** One generation of an authority; another {@code name} is another key under the same DN. */
    public static Forge authority(CaKind kind, Hierarchy hierarchy, String name) {
        return authority(kind, hierarchy, name, BORN, Instant.parse("2036-01-01T14:59:59Z"));
    }

    public static Forge authority(
            CaKind kind, Hierarchy hierarchy, String name, Instant from, Instant until) {
        return authority(kind, hierarchy, keys(kind + name, 2048), name, from, until);
    }

    /** The next generation: the same name, a P-384 key. */
    public static Forge nextGeneration(CaKind kind, Hierarchy hierarchy) {
        Instant until = Instant.parse("2036-01-01T14:59:59Z");
        return authority(kind, hierarchy, p384("next" + kind), "next", BORN, until);
    }

    private static Forge authority(
            CaKind kind,
            Hierarchy hierarchy,
            KeyPair keys,
            String name,
            Instant from,
            Instant until) {
        BigInteger serial = BigInteger.valueOf(name.hashCode() & 0xFFFF).add(BigInteger.ONE);
        X500Name dn = dn(kind, hierarchy);
        return quietly(() -> {
            var builder =
                    new X509v3CertificateBuilder(
                            dn,
                            serial,
                            Date.from(from),
                            Date.from(until),
                            dn,
                            info(keys.getPublic()));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            byte[] der =
                    builder.build(
                                    new JcaContentSignerBuilder(algorithm(keys))
                                            .build(keys.getPrivate()))
                            .getEncoded();
            return new Forge(kind, hierarchy, keys, serial, der);
        });
    }

    public CaCertificate certificate() {
        return CaCertificate.parse(der);
    }

    public static X500Name dn(CaKind kind, Hierarchy hierarchy) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "JP")
                .addRDN(BCStyle.O, hierarchy.organization())
                .addRDN(BCStyle.OU, kind.unit())
                .addRDN(BCStyle.OU, "Japan Agency for Local Authority Information Systems")
                .build();
    }

    public X500Name point(String municipality) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "JP")
                .addRDN(BCStyle.O, hierarchy.organization())
                .addRDN(BCStyle.OU, kind.unit())
                .addRDN(BCStyle.OU, "CRL Distribution Points")
                .addRDN(BCStyle.OU, "Tokyo-to")
                .addRDN(BCStyle.CN, municipality + " CRLDP")
                .build();
    }

    /** A legal certificate of this authority for a key; a test changes what it is about. */
    public Leaf leaf(PublicKey holder) {
        return new Leaf(this, holder);
    }

    /** A certificate in the making. */
    public static final class Leaf {
        private final Forge issuer;
        private PublicKey holder;
        private BigInteger serial = BigInteger.valueOf(20_000_001);
        private Instant from = Instant.parse("2026-04-01T01:02:03Z");
        private Instant until = Instant.parse("2031-04-01T14:59:59Z");
        private X500Name issuerName;
        private int usage;
        private List<String> policies;
        private List<KeyPurposeId> purposes;
        private byte[] keyId;
        private boolean bothAkiNames = true;
        private BigInteger akiSerial;
        private String municipality = "Chiyoda-ku";
        private boolean withPoint = true;
        private boolean withItems;
        private PrivateKey signer;
        private String algorithm;
        private final List<Extension> extra = new ArrayList<>();

        private Leaf(Forge issuer, PublicKey holder) {
            boolean signs = issuer.kind == CaKind.SIGNATURE;
            this.issuer = issuer;
            this.holder = holder;
            this.issuerName = dn(issuer.kind, issuer.hierarchy);
            this.usage =
                    signs
                            ? KeyUsage.digitalSignature | KeyUsage.nonRepudiation
                            : KeyUsage.digitalSignature;
            this.purposes = signs ? List.of() : List.of(KeyPurposeId.id_kp_clientAuth);
            this.policies = List.of(policy(issuer.kind, issuer.hierarchy));
            this.keyId =
                    quietly(() ->
                            new JcaX509ExtensionUtils()
                                    .createSubjectKeyIdentifier(issuer.keys.getPublic())
                                    .getKeyIdentifier());
            this.akiSerial = issuer.serial;
            this.withItems = signs;
            this.signer = issuer.keys.getPrivate();
            this.algorithm = issuer.algorithm;
        }

        public Leaf serial(long number) {
            serial = BigInteger.valueOf(number);
            return this;
        }

        public Leaf valid(String from, String until) {
            this.from = Instant.parse(from);
            this.until = Instant.parse(until);
            return this;
        }

        public Leaf holder(PublicKey key) {
            holder = key;
            return this;
        }

        public Leaf issuerName(X500Name name) {
            issuerName = name;
            return this;
        }

        public Leaf usage(int bits) {
            usage = bits;
            return this;
        }

        public Leaf purposes(KeyPurposeId... all) {
            purposes = List.of(all);
            return this;
        }

        public Leaf policies(String... oids) {
            policies = List.of(oids);
            return this;
        }

        public Leaf keyId(byte[] id) {
            keyId = id.clone();
            return this;
        }

        public Leaf akiSerial(long number) {
            akiSerial = BigInteger.valueOf(number);
            return this;
        }

        public Leaf akiKeyIdOnly() {
            bothAkiNames = false;
            return this;
        }

        public Leaf municipality(String name) {
            municipality = name;
            return this;
        }

        public Leaf withoutPoint() {
            withPoint = false;
            return this;
        }

        public Leaf withoutItems() {
            withItems = false;
            return this;
        }

        public Leaf signedBy(PrivateKey key) {
            signer = key;
            return this;
        }

        public Leaf algorithm(String name) {
            algorithm = name;
            return this;
        }

        public Leaf extension(String oid, boolean critical, ASN1Encodable value) {
            extra.add(
                    quietly(() ->
                            new Extension(
                                    new ASN1ObjectIdentifier(oid),
                                    critical,
                                    value.toASN1Primitive().getEncoded())));
            return this;
        }

        public byte[] der() {
            return quietly(() -> {
                var builder =
                        new X509v3CertificateBuilder(
                                issuerName,
                                serial,
                                Date.from(from),
                                Date.from(until),
                                subject(),
                                info(holder));
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
                if (!purposes.isEmpty())
                    builder.addExtension(
                            Extension.extendedKeyUsage,
                            false,
                            new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
                if (withItems)
                    builder.addExtension(Extension.subjectAlternativeName, false, items());
                if (!policies.isEmpty())
                    builder.addExtension(Extension.certificatePolicies, true, policyInformation());
                if (withPoint)
                    builder.addExtension(Extension.cRLDistributionPoints, false, points());
                builder.addExtension(Extension.authorityKeyIdentifier, false, authorityKey());
                builder.addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(holder));
                for (Extension more : extra) builder.addExtension(more);
                return builder.build(new JcaContentSignerBuilder(algorithm).build(signer))
                        .getEncoded();
            });
        }

        private X500Name subject() {
            var name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "JP");
            if (issuer.kind == CaKind.SIGNATURE) {
                name.addRDN(BCStyle.L, "Tokyo-to").addRDN(BCStyle.L, "Chiyoda-ku");
                return name.addRDN(BCStyle.CN, "2026040110020300001131010001").build();
            }
            return name.addRDN(BCStyle.CN, "123456EABC123413101003A").build();
        }

        private ASN1Encodable policyInformation() {
            var all = new ASN1EncodableVector();
            for (String oid : policies) {
                var qualifier =
                        new DERSequence(
                                new ASN1Encodable[] {
                                    new ASN1ObjectIdentifier("1.3.6.1.5.5.7.2.1"),
                                    new DERIA5String("http://cps.localhost/cps.html")
                                });
                all.add(
                        new DERSequence(
                                new ASN1Encodable[] {
                                    new ASN1ObjectIdentifier(oid), new DERSequence(qualifier)
                                }));
            }
            return new DERSequence(all);
        }

        private ASN1Encodable points() {
            return new CRLDistPoint(
                    new DistributionPoint[] {
                        new DistributionPoint(
                                new DistributionPointName(
                                        new GeneralNames(
                                                new GeneralName(issuer.point(municipality)))),
                                null,
                                null)
                    });
        }

        private ASN1Encodable authorityKey() {
            if (!bothAkiNames) return new AuthorityKeyIdentifier(keyId);
            return new AuthorityKeyIdentifier(
                    keyId,
                    new GeneralNames(new GeneralName(dn(issuer.kind, issuer.hierarchy))),
                    akiSerial);
        }

        private static ASN1Encodable items() {
            var names = new ASN1EncodableVector();
            item(names, ".5.1", "試験　一郎");
            item(names, ".5.4", "319800102");
            item(names, ".5.3", "1");
            item(names, ".5.5", "東京都千代田区霞が関一丁目●番");
            item(names, ".5.2", "00000");
            item(names, ".5.6", "000000000000010");
            return new DERSequence(names);
        }

        private static void item(ASN1EncodableVector names, String arc, String text) {
            var value = new DERTaggedObject(true, 0, new DERUTF8String(text));
            var other =
                    new DERSequence(
                            new ASN1Encodable[] {new ASN1ObjectIdentifier(JPKI + arc), value});
            names.add(new DERTaggedObject(false, 0, other));
        }
    }

    public static String policy(CaKind kind, Hierarchy hierarchy) {
        return switch (hierarchy) {
            case PRODUCTION -> JPKI + (kind == CaKind.SIGNATURE ? ".1.1.20" : ".1.3.30");
            case TEST ->
                    kind == CaKind.SIGNATURE ? JPKI + ".1.0.20" : "2.999.1.2.392.200149.8.5.1.0.30";
        };
    }

    /** A revocation list in the making: of today 00:00 Japan time, for 48 hours, with no entry. */
    public Crl crl(String municipality) {
        return new Crl(this, municipality);
    }

    public static final class Crl {
        private final Forge issuer;
        private final String municipality;
        private Instant thisUpdate = Instant.parse("2026-11-23T15:00:00Z");
        private Instant nextUpdate = Instant.parse("2026-11-25T15:00:00Z");
        private PrivateKey signer;
        private boolean scoped = true;
        private long number = 7;
        private final List<Object[]> entries = new ArrayList<>();

        private Crl(Forge issuer, String municipality) {
            this.issuer = issuer;
            this.municipality = municipality;
            this.signer = issuer.keys.getPrivate();
        }

        public Crl of(String from, String until) {
            thisUpdate = Instant.parse(from);
            nextUpdate = Instant.parse(until);
            return this;
        }

        public Crl revoked(long serial, String when, int reason) {
            entries.add(new Object[] {serial, Instant.parse(when), reason});
            return this;
        }

        public Crl signedBy(PrivateKey key) {
            signer = key;
            return this;
        }

        public Crl number(long value) {
            number = value;
            return this;
        }

        public Crl ofTheWholeGeneration() {
            scoped = false;
            return this;
        }

        public byte[] der() {
            return quietly(() -> {
                var builder =
                        new X509v2CRLBuilder(
                                dn(issuer.kind, issuer.hierarchy), Date.from(thisUpdate));
                builder.setNextUpdate(Date.from(nextUpdate));
                for (Object[] entry : entries)
                    builder.addCRLEntry(
                            BigInteger.valueOf((Long) entry[0]),
                            Date.from((Instant) entry[1]),
                            (Integer) entry[2]);
                byte[] keyId =
                        new JcaX509ExtensionUtils()
                                .createSubjectKeyIdentifier(issuer.keys.getPublic())
                                .getKeyIdentifier();
                builder.addExtension(
                        Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(keyId));
                builder.addExtension(
                        Extension.cRLNumber, false, new org.bouncycastle.asn1.ASN1Integer(number));
                if (scoped) {
                    var name =
                            new DistributionPointName(
                                    new GeneralNames(new GeneralName(issuer.point(municipality))));
                    builder.addExtension(
                            Extension.issuingDistributionPoint,
                            true,
                            new IssuingDistributionPoint(name, true, false, null, false, false));
                }
                return builder.build(new JcaContentSignerBuilder(issuer.algorithm).build(signer))
                        .getEncoded();
            });
        }

        public RevocationList list() {
            return RevocationList.parse(der());
        }
    }

    /** The same name gives the same key within one test run: making one takes a while. */
    public static KeyPair keys(String name, int bits) {
        return KEYS.computeIfAbsent(
                name + bits, ignored -> newKeys(bits, RSAKeyGenParameterSpec.F4));
    }

    static KeyPair p384(String name) {
        return ec(name, "secp384r1");
    }

    static KeyPair ec(String name, String curve) {
        return KEYS.computeIfAbsent(
                name + curve,
                ignored ->
                        quietly(() -> {
                            var generator = KeyPairGenerator.getInstance("EC");
                            generator.initialize(new ECGenParameterSpec(curve));
                            return generator.generateKeyPair();
                        }));
    }

    static String algorithm(KeyPair keys) {
        return keys.getPublic().getAlgorithm().equals("EC") ? "SHA384withECDSA" : "SHA256withRSA";
    }

    /** What a card of the next generation does. */
    static byte[] cardSignsDigest(PrivateKey key, byte[] digest) {
        return quietly(() -> {
            Signature ecdsa = Signature.getInstance("NONEwithECDSA");
            ecdsa.initSign(key);
            ecdsa.update(digest);
            return ecdsa.sign();
        });
    }

    public static KeyPair newKeys(int bits, BigInteger exponent) {
        return quietly(() -> {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(bits, exponent));
            return generator.generateKeyPair();
        });
    }

    /** What a card does: pads whatever it is given and raises it to the private exponent. */
    public static byte[] cardSigns(PrivateKey key, byte[] digestInfo) {
        return quietly(() -> {
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.ENCRYPT_MODE, key);
            return rsa.doFinal(digestInfo);
        });
    }

    public static byte[] cardSignsContent(PrivateKey key, byte[] content) {
        return cardSigns(key, Rsassa.digestInfo(Sha256.of(content)));
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static ASN1Encodable nothing() {
        return DERNull.INSTANCE;
    }

    public static int reason(String name) {
        return name.equals("hold") ? CRLReason.certificateHold : CRLReason.affiliationChanged;
    }

    private static SubjectPublicKeyInfo info(PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded());
    }

    @FunctionalInterface
    public interface Work<T> {
        public T run() throws Exception;
    }

    public static <T> T quietly(Work<T> work) {
        try {
            return work.run();
        } catch (GeneralSecurityException | RuntimeException failed) {
            throw new IllegalStateException(failed);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
