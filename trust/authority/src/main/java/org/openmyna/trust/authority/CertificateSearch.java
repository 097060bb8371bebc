package org.openmyna.trust.authority;

import java.util.Optional;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.trust.profile.CertificateSerial;

/**
 * What certificates to look for; what is left empty is not asked. Answers come by generation and
 * serial, one page at a time.
 *
 * @param after the last one of the page before
 * @param most 1 to 1,000 answers
 */
public record CertificateSearch(
        Optional<HolderId> holder,
        Optional<RequestId> request,
        Optional<CertificateSerial> serial,
        Optional<MunicipalityCode> office,
        Optional<IssuingState> state,
        Optional<After> after,
        int most) {
    private static final int LIMIT = 1_000;

    /** Where a page ended. */
    public record After(short generation, CertificateSerial serial) {}

    /**
     * @throws PageSizeRefused if {@code most} is not 1 to 1,000 (MYNA-AUT-039)
     */
    public CertificateSearch {
        if (most < 1 || most > LIMIT) throw new PageSizeRefused(most);
    }

    /** Everything, a hundred at a time. */
    public static CertificateSearch all() {
        return new CertificateSearch(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                100);
    }

    public CertificateSearch of(HolderId person) {
        return new CertificateSearch(
                Optional.of(person), request, serial, office, state, after, most);
    }

    public CertificateSearch of(RequestId id) {
        return new CertificateSearch(holder, Optional.of(id), serial, office, state, after, most);
    }

    public CertificateSearch of(CertificateSerial number) {
        return new CertificateSearch(
                holder, request, Optional.of(number), office, state, after, most);
    }

    public CertificateSearch of(MunicipalityCode municipality) {
        return new CertificateSearch(
                holder, request, serial, Optional.of(municipality), state, after, most);
    }

    public CertificateSearch in(IssuingState step) {
        return new CertificateSearch(
                holder, request, serial, office, Optional.of(step), after, most);
    }

    /** The page behind this one. */
    public CertificateSearch after(CertificateRecord last) {
        return new CertificateSearch(
                holder,
                request,
                serial,
                office,
                state,
                Optional.of(new After(last.generation(), last.serial())),
                most);
    }

    public CertificateSearch atMost(int answers) {
        return new CertificateSearch(holder, request, serial, office, state, after, answers);
    }
}
