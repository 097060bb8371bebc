package org.openmyna.trust.authority.crl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.lint.ExpectedAuthority;
import org.openmyna.trust.lint.ExpectedCertificate;
import org.openmyna.trust.lint.ExpectedRevocationList;
import org.openmyna.trust.lint.Finding;
import org.openmyna.trust.lint.ProfileLint;
import org.openmyna.trust.profile.BeforeSigningList;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.RevocationListHead;

/** Compares a finished list with what it should say, by code that did not write it. */
record ListLint(String name, Generation generation, RevocationListHead head, long entries)
        implements BeforeSigningList {
    @Override
    public void check(Path file, long tbsOffset, long tbsLength) throws IOException {
        List<Finding> findings =
                new ProfileLint().revocationList(file, tbsOffset, tbsLength, expected());
        if (!findings.isEmpty()) {
            throw new ListRefusedByLint(
                    name,
                    findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
        }
    }

    private ExpectedRevocationList expected() {
        return new ExpectedRevocationList(
                authority(),
                head.number(),
                head.thisUpdate(),
                head.nextUpdate(),
                head.scope().map(ListLint::office),
                entries);
    }

    private ExpectedAuthority authority() {
        var certificate = generation.certificate();
        return new ExpectedAuthority(
                ExpectedAuthority.Kind.valueOf(certificate.kind().name()),
                ExpectedAuthority.Hierarchy.valueOf(certificate.hierarchy().name()),
                certificate.subjectKeyId(),
                certificate.serial().value(),
                certificate.notAfter());
    }

    private static ExpectedCertificate.Office office(DistributionPoint point) {
        return new ExpectedCertificate.Office(point.prefecture(), point.municipality());
    }
}
