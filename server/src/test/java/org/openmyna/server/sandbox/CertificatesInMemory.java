package org.openmyna.server.sandbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.server.authority.api.Because;
import org.openmyna.server.authority.api.CaCertificateOfGeneration;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.authority.api.CertificateState;
import org.openmyna.server.authority.api.CertifySignature;
import org.openmyna.server.authority.api.CertifyUserAuthentication;
import org.openmyna.server.authority.api.EndOfHolders;
import org.openmyna.server.authority.api.Ended;
import org.openmyna.server.authority.api.HolderItems;
import org.openmyna.server.authority.api.IssuedCertificate;
import org.openmyna.server.authority.api.RequestState;
import org.openmyna.server.authority.api.Reserve;
import org.openmyna.server.calls.Call;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.RevocationReason;

/** An authority that knows what is revoked, and that all else is good. */
public final class CertificatesInMemory implements CertificateService {
    private final Map<String, Instant> revoked = new HashMap<>();

    public void revoke(String serial, Instant since) {
        revoked.put(serial, since);
    }

    @Override
    public CertificateState statusOf(Call call, CaKind ca, String serial) {
        Optional<Instant> since = Optional.ofNullable(revoked.get(serial));
        return new CertificateState(
                serial,
                since.isPresent() ? CertificateState.Kind.REVOKED : CertificateState.Kind.GOOD,
                since,
                since.map(_ -> RevocationReason.AFFILIATION_CHANGED));
    }

    @Override
    public RequestState reserve(Call call, CaKind ca, Reserve order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IssuedCertificate certifySignature(Call call, String request, CertifySignature order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IssuedCertificate certifyUserAuthentication(
            Call call, String request, CertifyUserAuthentication order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RequestState written(Call call, CaKind ca, String request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RequestState activate(Call call, CaKind ca, String request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RequestState discard(Call call, CaKind ca, String request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RequestState requestState(Call call, CaKind ca, String request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CertificateState revoke(Call call, CaKind ca, String serial, Because order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CertificateState hold(Call call, CaKind ca, String serial) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CertificateState liftHold(Call call, CaKind ca, String serial) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Ended revokeAllOfHolders(Call call, CaKind ca, EndOfHolders order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Ended revokeAllOfMunicipality(Call call, CaKind ca, String municipality, Because order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CaCertificateOfGeneration> caCertificates(Call call, CaKind ca) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> formerSerials(Call call, CaKind ca, String serial) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isHolder(Call call, String serial, HolderItems items) {
        throw new UnsupportedOperationException();
    }
}
