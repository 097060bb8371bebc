package org.openmyna.server.authority;

import java.util.List;
import org.openmyna.server.authority.api.Because;
import org.openmyna.server.authority.api.CaCertificateOfGeneration;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.authority.api.CertificateServices;
import org.openmyna.server.authority.api.CertificateState;
import org.openmyna.server.authority.api.CertifySignature;
import org.openmyna.server.authority.api.CertifyUserAuthentication;
import org.openmyna.server.authority.api.Ended;
import org.openmyna.server.authority.api.IssuedCertificate;
import org.openmyna.server.authority.api.RequestState;
import org.openmyna.server.authority.api.Reserve;
import org.openmyna.server.calls.Call;
import org.openmyna.server.house.HouseGuard;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.web.CallerNotKnown;
import org.openmyna.trust.profile.CaKind;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The desk for machines of the house: each gets the one of its own organisation. */
@RestController
final class InternalDesk implements CertificateService {
    private final CertificateServices services;

    InternalDesk(CertificateServices services) {
        this.services = services;
    }

    /** Whoever the machine certificate names; without it there is no desk at all. */
    private CertificateService desk() {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        if (request.getAttribute(HouseGuard.CALLER, RequestAttributes.SCOPE_REQUEST)
                instanceof Organisation caller) {
            return services.desk(caller);
        }
        throw new CallerNotKnown();
    }

    @Override
    public RequestState reserve(Call call, CaKind ca, Reserve order) {
        return desk().reserve(call, ca, order);
    }

    @Override
    public IssuedCertificate certifySignature(Call call, String request, CertifySignature order) {
        return desk().certifySignature(call, request, order);
    }

    @Override
    public IssuedCertificate certifyUserAuthentication(
            Call call, String request, CertifyUserAuthentication order) {
        return desk().certifyUserAuthentication(call, request, order);
    }

    @Override
    public RequestState written(Call call, CaKind ca, String request) {
        return desk().written(call, ca, request);
    }

    @Override
    public RequestState activate(Call call, CaKind ca, String request) {
        return desk().activate(call, ca, request);
    }

    @Override
    public RequestState discard(Call call, CaKind ca, String request) {
        return desk().discard(call, ca, request);
    }

    @Override
    public RequestState requestState(Call call, CaKind ca, String request) {
        return desk().requestState(call, ca, request);
    }

    @Override
    public CertificateState revoke(Call call, CaKind ca, String serial, Because order) {
        return desk().revoke(call, ca, serial, order);
    }

    @Override
    public CertificateState hold(Call call, CaKind ca, String serial) {
        return desk().hold(call, ca, serial);
    }

    @Override
    public CertificateState liftHold(Call call, CaKind ca, String serial) {
        return desk().liftHold(call, ca, serial);
    }

    @Override
    public Ended revokeAllOfHolder(Call call, CaKind ca, String holder, Because order) {
        return desk().revokeAllOfHolder(call, ca, holder, order);
    }

    @Override
    public Ended revokeAllOfMunicipality(Call call, CaKind ca, String municipality, Because order) {
        return desk().revokeAllOfMunicipality(call, ca, municipality, order);
    }

    @Override
    public CertificateState statusOf(Call call, CaKind ca, String serial) {
        return desk().statusOf(call, ca, serial);
    }

    @Override
    public List<CaCertificateOfGeneration> caCertificates(Call call, CaKind ca) {
        return desk().caCertificates(call, ca);
    }
}
