package org.openmyna.trust.lint;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.trust.lint.ExpectedAuthority.Hierarchy;
import org.openmyna.trust.lint.ExpectedAuthority.Kind;
import org.openmyna.trust.lint.ExpectedCertificate.FourItems;
import org.openmyna.trust.lint.ExpectedCertificate.Medium;
import org.openmyna.trust.lint.ExtensionsLint.Spec;

/** Certificates of users (reference 2.1, 2.2). */
final class UserCertificateLint extends TbsLint {
    /**
     * The sixth birthday after issue: a certificate that was renewed need not end on a birthday.
     */
    private static final int LONGEST_YEARS = 6;

    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

    private final ExpectedCertificate expected;
    private final ExpectedAuthority authority;

    UserCertificateLint(ExpectedCertificate expected) {
        this.expected = expected;
        this.authority = expected.authority();
    }

    @Override
    Fields expected() {
        return new Fields(
                expected.serial(),
                Names.reference1_1(authority.kind(), authority.hierarchy()),
                expected.notBefore(),
                expected.notAfter(),
                expected.ownKey());
    }

    @Override
    void subject(Der in) throws DerMalformed {
        ExpectedCertificate.CommonName name = expected.commonName();
        String whole = name.head().isEmpty() ? "" : name.head() + name.counter();
        Der subject = in.whole("subject");
        int before = findings.count();
        Names.check(
                subject.again(),
                Names.subject(authority.kind(), expected.office(), whole),
                "subject",
                findings);
        if (findings.count() == before) {
            CommonNameLint.check(lastValue(subject), authority.kind(), name.counter(), findings);
        }
    }

    /** The string of the last RDN. */
    private static String lastValue(Der subject) throws DerMalformed {
        Der name = subject.enter(Der.SEQUENCE, "subject");
        Der last = name;
        while (name.has()) {
            last = name.any("RDN");
        }
        Der attribute = last.enter(Der.SEQUENCE, "attribute");
        attribute.any("type");
        return new String(attribute.any("value").copy(), StandardCharsets.UTF_8);
    }

    /**
     * Reference 2.6: the sixth birthday after issue at the latest, for whoever renews less than
     * three months before the end of another, which need not be a birthday.
     */
    @Override
    void validity(Instant notBefore, Instant notAfter) {
        endsWithDay(notAfter);
        noLaterThan(notAfter, expected.latestEnd(), "notAfter");
        noLaterThan(notAfter, authority.notAfter(), "notAfter");
        // a birthday on 29 February is on the 28th in the year of issue and a day later six years
        // on
        LocalDate longest = day(notBefore).plusYears(LONGEST_YEARS).plusDays(1);
        if (day(notAfter).isAfter(longest)) {
            findings.add(
                    CertificateRule.LIFE_TOO_LONG,
                    "notAfter",
                    "at most " + longest,
                    notAfter.toString());
        }
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, JAPAN);
    }

    @Override
    ExtensionsLint extensions(byte[] keyId) {
        return switch (authority.kind()) {
            case SIGNATURE ->
                    new ExtensionsLint(reference2_2(keyId), findings).ofSignatureCertificate();
            case USER_AUTHENTICATION -> new ExtensionsLint(reference2_1(keyId), findings);
        };
    }

    private List<Spec> reference2_1(byte[] keyId) {
        List<Spec> specs = new ArrayList<>();
        specs.add(ExtensionSpecs.keyUsage((byte) 0x07, (byte) 0x80));
        specs.add(ExtensionSpecs.keyPurpose(Oids.CLIENT_AUTH));
        common(specs);
        specs.add(ExtensionSpecs.access(expected.ocspAddress().orElse(""), authority.hierarchy()));
        specs.add(KeyIdSpecs.authorityKey(authority));
        specs.add(KeyIdSpecs.subjectKey(keyId));
        return specs;
    }

    private List<Spec> reference2_2(byte[] keyId) {
        List<Spec> specs = new ArrayList<>();
        specs.add(ExtensionSpecs.keyUsage((byte) 0x06, (byte) 0xC0));
        FourItems items =
                expected.fourItems().orElseGet(() -> new FourItems("", "", "", "", "", ""));
        specs.add(new FourItemsLint(items, expected.notBefore()).spec());
        common(specs);
        specs.add(KeyIdSpecs.authorityKey(authority));
        specs.add(KeyIdSpecs.subjectKey(keyId));
        return specs;
    }

    private void common(List<Spec> specs) {
        Kind kind = authority.kind();
        Hierarchy hierarchy = authority.hierarchy();
        specs.add(
                ExtensionSpecs.policies(
                        reference2_5(kind, hierarchy, expected.medium()),
                        expected.cpsAddress(),
                        hierarchy));
        specs.add(
                ExtensionSpecs.alternativeName(
                        "issuerAltName", Oids.ISSUER_ALT_NAME, Names.reference1_3(kind)));
        specs.add(
                ExtensionSpecs.distributionPoint(
                        Names.distributionPoint(kind, hierarchy, expected.office())));
    }

    /**
     * Policies. What no source tells lies in the arc of examples, 2.999 (docs/adr/0007), but for
     * the phone's production policy of user authentication, which is the reference's own choice.
     */
    private static byte[] reference2_5(Kind kind, Hierarchy hierarchy, Medium medium) {
        boolean signature = kind == Kind.SIGNATURE;
        boolean card = medium == Medium.CARD;
        return Oids.of(
                switch (hierarchy) {
                    case PRODUCTION ->
                            "1.2.392.200149.8.5.1."
                                    + (signature ? card ? "1.20" : "1.40" : card ? "3.30" : "3.50");
                    case TEST ->
                            signature && card
                                    ? "1.2.392.200149.8.5.1.0.20"
                                    : "2.999.1.2.392.200149.8.5.1.0."
                                            + (card ? "30" : signature ? "40" : "50");
                });
    }
}
