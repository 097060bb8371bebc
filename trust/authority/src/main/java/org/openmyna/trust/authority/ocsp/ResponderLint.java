package org.openmyna.trust.authority.ocsp;

import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.stream.Collectors;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.lint.ExpectedAuthority;
import org.openmyna.trust.lint.ExpectedResponder;
import org.openmyna.trust.lint.Finding;
import org.openmyna.trust.lint.ProfileLint;
import org.openmyna.trust.profile.BeforeSigning;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.Validity;

/** Compares a responder certificate with what it should say, by code that did not write it. */
record ResponderLint(
        Generation generation, CertificateSerial serial, Validity validity, RSAPublicKey key)
        implements BeforeSigning {
    @Override
    public void check(byte[] toBeSigned) {
        List<Finding> findings = new ProfileLint().responder(toBeSigned, expected());
        if (!findings.isEmpty()) {
            throw new ResponderRefusedByLint(
                    findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
        }
    }

    private ExpectedResponder expected() {
        CaCertificate ca = generation.certificate();
        String mark = ca.hierarchy() == Hierarchy.TEST ? " TEST" : "";
        return new ExpectedResponder(
                new ExpectedAuthority(
                        ExpectedAuthority.Kind.valueOf(ca.kind().name()),
                        ExpectedAuthority.Hierarchy.valueOf(ca.hierarchy().name()),
                        ca.subjectKeyId(),
                        ca.serial().value(),
                        ca.notAfter()),
                serial.value(),
                validity.notBefore(),
                validity.notAfter(),
                "OCSP Responder " + ca.serial() + mark,
                key.getEncoded());
    }
}
