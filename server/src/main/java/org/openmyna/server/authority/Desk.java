package org.openmyna.server.authority;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openmyna.kernel.MunicipalityCode;
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
import org.openmyna.server.web.RequestNotFound;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.CertificateRecord;
import org.openmyna.trust.authority.CertificateSearch;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.IssuingState;
import org.openmyna.trust.authority.RequestId;
import org.openmyna.trust.authority.Reservation;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.CertifiedFourItems;
import org.openmyna.trust.profile.JpkiCertificate;

/** The engine, for other organisations. */
final class Desk implements CertificateService {
    private final Authorities authorities;
    private final Supplier<HolderBook> holders;

    Desk(Authorities authorities, Supplier<HolderBook> holders) {
        this.authorities = authorities;
        this.holders = holders;
    }

    private CertificationAuthority of(CaKind ca) {
        return authorities.authority(ca);
    }

    private interface Step {
        void take(CertificationAuthority authority, RequestId request);
    }

    private RequestState step(CaKind ca, String request, Step step) {
        step.take(of(ca), new RequestId(request));
        return state(ca, request);
    }

    private RequestState state(CaKind ca, String request) {
        return of(ca).issuing(new RequestId(request))
                .map(Translation::state)
                .orElseThrow(() -> new RequestNotFound(request));
    }

    @Override
    public RequestState reserve(Call call, CaKind ca, Reserve order) {
        of(ca).reserve(
                        new Reservation(
                                new RequestId(order.request()),
                                new HolderId(order.holder()),
                                order.office(),
                                order.medium(),
                                order.replacing()));
        return state(ca, order.request());
    }

    @Override
    public IssuedCertificate certifySignature(Call call, String request, CertifySignature order) {
        return Translation.issued(
                of(CaKind.SIGNATURE)
                        .certify(new RequestId(request), Translation.application(order)));
    }

    @Override
    public IssuedCertificate certifyUserAuthentication(
            Call call, String request, CertifyUserAuthentication order) {
        return Translation.issued(
                of(CaKind.USER_AUTHENTICATION)
                        .certify(new RequestId(request), Translation.application(order)));
    }

    @Override
    public RequestState written(Call call, CaKind ca, String request) {
        return step(ca, request, CertificationAuthority::written);
    }

    @Override
    public RequestState activate(Call call, CaKind ca, String request) {
        return step(ca, request, CertificationAuthority::activate);
    }

    @Override
    public RequestState discard(Call call, CaKind ca, String request) {
        return step(ca, request, CertificationAuthority::discard);
    }

    @Override
    public RequestState requestState(Call call, CaKind ca, String request) {
        return state(ca, request);
    }

    private interface Ending {
        void of(CertificationAuthority authority, CertificateSerial serial);
    }

    private CertificateState end(CaKind ca, String serial, Ending ending) {
        CertificateSerial parsed = Translation.serial(serial);
        ending.of(of(ca), parsed);
        return Translation.state(parsed, of(ca).statusOf(parsed));
    }

    @Override
    public CertificateState revoke(Call call, CaKind ca, String serial, Because order) {
        return end(ca, serial, (authority, of) -> authority.revoke(of, order.reason()));
    }

    @Override
    public CertificateState hold(Call call, CaKind ca, String serial) {
        return end(ca, serial, CertificationAuthority::hold);
    }

    @Override
    public CertificateState liftHold(Call call, CaKind ca, String serial) {
        return end(ca, serial, CertificationAuthority::liftHold);
    }

    @Override
    public Ended revokeAllOfHolders(Call call, CaKind ca, EndOfHolders order) {
        List<HolderId> holders = order.holders().stream().map(HolderId::new).toList();
        return new Ended(of(ca).revokeAllOf(holders, order.reason()));
    }

    @Override
    public Ended revokeAllOfMunicipality(Call call, CaKind ca, String municipality, Because order) {
        return new Ended(of(ca).revokeAllOf(new MunicipalityCode(municipality), order.reason()));
    }

    @Override
    public CertificateState statusOf(Call call, CaKind ca, String serial) {
        return end(ca, serial, (_, _) -> {});
    }

    @Override
    public List<CaCertificateOfGeneration> caCertificates(Call call, CaKind ca) {
        var now = of(ca).certificate();
        return of(ca).generations().stream()
                .map(each -> Translation.certificate(each, now))
                .toList();
    }

    @Override
    public List<String> formerSerials(Call call, CaKind ca, String serial) {
        CertificateSerial parsed = Translation.serial(serial);
        return of(ca).find(parsed).stream()
                .flatMap(known ->
                        of(ca)
                                .search(
                                        CertificateSearch.all()
                                                .of(known.holder())
                                                .in(IssuingState.ACTIVE))
                                .stream())
                .map(CertificateRecord::serial)
                .filter(each -> !each.equals(parsed))
                .map(CertificateSerial::toString)
                .toList();
    }

    @Override
    public boolean isHolder(Call call, String serial, HolderItems items) {
        CertificateSerial parsed = Translation.serial(serial);
        return holders.get().holds(call, parsed.toString(), items)
                || certified(parsed).map(Translation::items).filter(items::equals).isPresent();
    }

    /** What the signature certificate in force of the same holder says, if there is one. */
    private Optional<CertifiedFourItems> certified(CertificateSerial userAuthentication) {
        CertificationAuthority signature = of(CaKind.SIGNATURE);
        return of(CaKind.USER_AUTHENTICATION)
                .find(userAuthentication)
                .flatMap(known -> signature.livingCertificateOf(known.holder()))
                .flatMap(signature::certificateOf)
                .flatMap(JpkiCertificate::fourItems);
    }
}
