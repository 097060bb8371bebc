package org.openmyna.server.authority.api;

import java.util.List;
import org.openmyna.server.calls.Call;
import org.openmyna.server.calls.Permitted;
import org.openmyna.trust.profile.CaKind;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The certification authority's desk for other organisations. Steps of issuing may be repeated with
 * the same outcome; so may everything else with the key of its {@link Call}.
 *
 * <p>All methods throw the errors of the engine, and those of every desk ({@link
 * org.openmyna.server.calls.Desks}).
 */
@HttpExchange("/internal/authority/v1")
public interface CertificateService {
    /** Sets a serial aside for a person. */
    @Permitted("ISSUE")
    @PostExchange("/{ca}/requests")
    RequestState reserve(Call call, @PathVariable("ca") CaKind ca, @RequestBody Reserve order);

    /** Signs a 署名用電子証明書 for a reserved request. */
    @Permitted("ISSUE")
    @PostExchange("/SIGNATURE/requests/{request}/certificate")
    IssuedCertificate certifySignature(
            Call call,
            @PathVariable("request") String request,
            @RequestBody CertifySignature order);

    /** Signs a 利用者証明用電子証明書 for a reserved request. */
    @Permitted("ISSUE")
    @PostExchange("/USER_AUTHENTICATION/requests/{request}/certificate")
    IssuedCertificate certifyUserAuthentication(
            Call call,
            @PathVariable("request") String request,
            @RequestBody CertifyUserAuthentication order);

    /** The chip holds the certificate. */
    @Permitted("ISSUE")
    @PostExchange("/{ca}/requests/{request}/written")
    RequestState written(
            Call call, @PathVariable("ca") CaKind ca, @PathVariable("request") String request);

    /** It was delivered: good from here on. */
    @Permitted("ISSUE")
    @PostExchange("/{ca}/requests/{request}/activated")
    RequestState activate(
            Call call, @PathVariable("ca") CaKind ca, @PathVariable("request") String request);

    /** It was thrown away before delivery. */
    @Permitted("ISSUE")
    @PostExchange("/{ca}/requests/{request}/discarded")
    RequestState discard(
            Call call, @PathVariable("ca") CaKind ca, @PathVariable("request") String request);

    /** Where a request stands. */
    @Permitted("ISSUE")
    @GetExchange("/{ca}/requests/{request}")
    RequestState requestState(
            Call call, @PathVariable("ca") CaKind ca, @PathVariable("request") String request);

    /** Ends a certificate; the first date and reason stand. */
    @Permitted("REVOKE")
    @PostExchange("/{ca}/certificates/{serial}/revocation")
    CertificateState revoke(
            Call call,
            @PathVariable("ca") CaKind ca,
            @PathVariable("serial") String serial,
            @RequestBody Because order);

    /** A report of loss: final for a card. */
    @Permitted("HOLD")
    @PostExchange("/{ca}/certificates/{serial}/hold")
    CertificateState hold(
            Call call, @PathVariable("ca") CaKind ca, @PathVariable("serial") String serial);

    /** The phone was found. */
    @Permitted("LIFT_HOLD")
    @PostExchange("/{ca}/certificates/{serial}/hold-lifted")
    CertificateState liftHold(
            Call call, @PathVariable("ca") CaKind ca, @PathVariable("serial") String serial);

    /** Ends all certificates of people, on every medium, and what is under way. */
    @Permitted("REVOKE_ALL_OF_HOLDER")
    @PostExchange("/{ca}/holders/revocation")
    Ended revokeAllOfHolders(
            Call call, @PathVariable("ca") CaKind ca, @RequestBody EndOfHolders order);

    /**
     * Ends all certificates that a municipality issued.
     *
     * @param municipality code with check digit
     */
    @Permitted("REVOKE_ALL_OF_MUNICIPALITY")
    @PostExchange("/{ca}/municipalities/{municipality}/revocation")
    Ended revokeAllOfMunicipality(
            Call call,
            @PathVariable("ca") CaKind ca,
            @PathVariable("municipality") String municipality,
            @RequestBody Because order);

    /** What verifiers are told; everything answered before is in it. */
    @Permitted("STATUS")
    @GetExchange("/{ca}/certificates/{serial}/status")
    CertificateState statusOf(
            Call call, @PathVariable("ca") CaKind ca, @PathVariable("serial") String serial);

    /** The CA's own certificates, the oldest first. */
    @Permitted("CA_CERTIFICATES")
    @GetExchange("/{ca}/ca-certificates")
    List<CaCertificateOfGeneration> caCertificates(Call call, @PathVariable("ca") CaKind ca);

    /**
     * The other certificates of this kind that the holder of one has or had (発行の番号の新旧の紐付け), so that
     * an account outlives a renewal. Delivered ones alone, the oldest first; empty for an unknown
     * one.
     */
    @Permitted("LINK")
    @GetExchange("/{ca}/certificates/{serial}/others-of-holder")
    List<String> formerSerials(
            Call call, @PathVariable("ca") CaKind ca, @PathVariable("serial") String serial);

    /**
     * Whether these four items are what the card of a 利用者証明用電子証明書 was made with, or what the
     * 署名用電子証明書 in force of the same holder says. No is also the answer for a holder without the one
     * and the other: a card that card management does not know, of somebody below 15.
     */
    @Permitted(value = "CONFIRM_ITEMS", acts = false)
    @PostExchange("/USER_AUTHENTICATION/certificates/{serial}/holder-items")
    boolean isHolder(
            Call call, @PathVariable("serial") String serial, @RequestBody HolderItems items);
}
