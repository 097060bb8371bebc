package org.openmyna.server.authority;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.openmyna.trust.authority.ocsp.OcspMetrics;
import org.openmyna.trust.profile.CaKind;

/** Numbers alone: nothing about anybody. */
final class AuthorityMetrics implements MeterBinder {
    private final Products products;
    private final SigningThreads signing;

    AuthorityMetrics(Products products, SigningThreads signing) {
        this.products = products;
        this.signing = signing;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        ocsp(registry);
        log(registry);
        for (CaKind ca : CaKind.values()) ofCa(registry, ca);
        if (products.writes()) {
            gauge(
                    registry,
                    "openmyna.lists.overdue",
                    "Revocation lists past their nextUpdate",
                    products::overdueLists);
        }
    }

    private void ocsp(MeterRegistry registry) {
        answers(registry, "kept", OcspMetrics.Counts::kept);
        answers(registry, "signed", OcspMetrics.Counts::signed);
        answers(registry, "malformedRequest", OcspMetrics.Counts::malformedRequest);
        answers(registry, "internalError", OcspMetrics.Counts::internalError);
        answers(registry, "tryLater", OcspMetrics.Counts::tryLater);
        answers(registry, "unauthorized", OcspMetrics.Counts::unauthorized);
        certificates(registry, "good", OcspMetrics.Counts::good);
        certificates(registry, "revoked", OcspMetrics.Counts::revoked);
        certificates(registry, "unknown", OcspMetrics.Counts::unknown);
        FunctionTimer.builder(
                        "openmyna.ocsp.time",
                        metrics(),
                        each -> each.counts().answers(),
                        each -> each.counts().nanos(),
                        TimeUnit.NANOSECONDS)
                .description("Time spent in OCSP answers, without HTTP")
                .register(registry);
        gauge(
                registry,
                "openmyna.ocsp.signing.waiting",
                "Questions that wait for a signature",
                signing::waiting);
    }

    private OcspMetrics metrics() {
        return products.authorities().ocsp().metrics();
    }

    private void answers(
            MeterRegistry registry, String outcome, ToDoubleFunction<OcspMetrics.Counts> count) {
        FunctionCounter.builder(
                        "openmyna.ocsp.answers",
                        metrics(),
                        each -> count.applyAsDouble(each.counts()))
                .tag("outcome", outcome)
                .description("OCSP answers")
                .register(registry);
    }

    private void certificates(
            MeterRegistry registry, String status, ToDoubleFunction<OcspMetrics.Counts> count) {
        FunctionCounter.builder(
                        "openmyna.ocsp.certificates",
                        metrics(),
                        each -> count.applyAsDouble(each.counts()))
                .tag("status", status)
                .description("Certificates that OCSP answers spoke of")
                .register(registry);
    }

    private void log(MeterRegistry registry) {
        var index = products.authorities().index();
        var follower = products.authorities().follower();
        gauge(
                registry,
                "openmyna.log.position",
                "Position of the status log that this machine tells",
                index::position);
        gauge(
                registry,
                "openmyna.log.lag.seconds",
                "How long ago the index was known to be where the log is",
                () -> follower.lag().toMillis() / 1000.0);
        gauge(registry, "openmyna.index.bytes", "Memory of the status index", index::bytes);
    }

    private void ofCa(MeterRegistry registry, CaKind ca) {
        String name = ca.name().toLowerCase(Locale.ROOT);
        Gauge.builder(
                        "openmyna.ocsp.responder.left.seconds",
                        products,
                        each -> each.responderSecondsLeft(ca))
                .tag("ca", name)
                .description("Remaining life of the responder's certificate")
                .register(registry);
        if (!products.writes()) return;
        Gauge.builder(
                        "openmyna.list.age.seconds",
                        products,
                        each ->
                                each.orNothing(() ->
                                        each.fullList(ca)
                                                .map(list -> list.age(each.now()))
                                                .map(age -> (double) age.toSeconds())
                                                .orElse(Double.NaN)))
                .tag("ca", name)
                .description("Age of the full revocation list of the issuing generation")
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String description, Products.Ask ask) {
        Gauge.builder(name, products, each -> each.orNothing(ask))
                .description(description)
                .strongReference(true)
                .register(registry);
    }
}
