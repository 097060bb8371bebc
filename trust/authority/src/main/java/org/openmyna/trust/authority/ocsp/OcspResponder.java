package org.openmyna.trust.authority.ocsp;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.Generations;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.authority.status.StatusFollower;
import org.openmyna.trust.authority.status.StatusIndex;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.OcspRequest;

/**
 * Answers OCSP requests (RFC 6960, 5019, 9654): bytes in, an answer out, whatever the bytes. Knows
 * nothing of HTTP. Thread-safe; an answer that is kept already costs no lock and no object.
 *
 * <p>Choices where the standards leave one:
 *
 * <ul>
 *   <li>All certificates of a request are of one key generation, since one responder certificate
 *       signs the answer and only its own issuer's certificates are its business (RFC 6960
 *       4.2.2.2). A request that mixes issuers, or names one that is not ours, is unauthorized: no
 *       part of it is answered.
 *   <li>What was never issued, or not yet delivered, is unknown.
 *   <li>Data older than its validity, or no valid responder: tryLater. A generation whose own
 *       certificate has ended: unauthorized, for good.
 *   <li>A signed request is answered like another: callers are known by their client certificate.
 * </ul>
 */
public final class OcspResponder {
    private static final System.Logger LOG = System.getLogger(OcspResponder.class.getName());

    private final VerifierRegister verifiers;
    private final Responders responders;
    private final OcspSettings settings;
    private final AnswerClock clock;
    private final KeptAnswers answers;
    private final DataTime dataTime;
    private final SignedAnswers signed;
    private final OcspMetrics metrics = new OcspMetrics();
    private volatile String lastFailure = "";

    /** Answers at once; {@link #start} keeps responders and register fresh. */
    public OcspResponder(
            Generations generations,
            StatusIndex index,
            StatusFollower follower,
            Responders responders,
            VerifierRegister verifiers,
            OcspSettings settings,
            InstantSource legalTime) {
        this.verifiers = verifiers;
        this.responders = responders;
        this.settings = settings;
        this.clock = new AnswerClock(legalTime);
        this.answers = new KeptAnswers(settings.keptAnswers());
        this.dataTime = new DataTime(index, follower, settings.validity(), legalTime);
        this.signed = new SignedAnswers(generations, index, dataTime, responders, settings, clock);
        follower.onChange((kind, generation, serial) -> {
            // a ceremony, perhaps of another program
            if (kind == StatusEvent.Kind.GENERATION) generations.refresh();
            answers.forget(serial.value().toByteArray());
        });
    }

    /**
     * Answers a request of a POST (RFC 6960 A.1).
     *
     * @param request anything; not changed, not kept
     */
    public OcspAnswer answer(byte[] request, OcspCaller caller) {
        long start = System.nanoTime();
        try {
            return answerOrRefusal(request, caller);
        } finally {
            metrics.nanos().add(System.nanoTime() - start);
        }
    }

    /**
     * Answers a request of a GET (RFC 5019 5).
     *
     * @param pathAfterSlash as it stood in the request line, percent signs and all, without query
     */
    public OcspAnswer answerGet(String pathAfterSlash, OcspCaller caller) {
        return GetPath.request(pathAfterSlash, settings.maxRequestBytes())
                .map(request -> answer(request, caller))
                .orElseGet(() -> refuse(Refusal.MALFORMED_REQUEST));
    }

    /**
     * The answer to a POST if it lies ready: costs neither a signature nor a wait, so a transport
     * may ask on the thread that reads the network. {@link #answer} has the others.
     */
    public @Nullable OcspAnswer kept(byte[] request, OcspCaller caller) {
        if (settings.mode() != OcspMode.PRESIGNED || request.length > settings.maxRequestBytes()) {
            return null;
        }
        long start = System.nanoTime();
        int certId = PlainQuestion.certId(request);
        if (certId < 0) return null;
        try {
            int board = answers.board(request, PlainQuestion.serial(request, certId));
            return kept(board, request, certId, caller);
        } catch (OcspRefused toBeAnsweredAtLength) {
            return null;
        } finally {
            metrics.nanos().add(System.nanoTime() - start);
        }
    }

    /** The same for a GET. */
    public @Nullable OcspAnswer keptGet(String pathAfterSlash, OcspCaller caller) {
        byte[] request = GetPath.request(pathAfterSlash, settings.maxRequestBytes()).orElse(null);
        return request == null ? null : kept(request, caller);
    }

    private @Nullable OcspAnswer kept(int board, byte[] request, int certId, OcspCaller caller) {
        KeptAnswers.Kept kept =
                answers.find(board, request, certId, responders.epoch(), clock.millis());
        if (kept == null) return null;
        mustMayAsk(caller, kept.generation());
        metrics.kept().increment();
        metrics.count(kept.status());
        return kept.answer();
    }

    private OcspAnswer answerOrRefusal(byte[] request, OcspCaller caller) {
        try {
            if (request.length > settings.maxRequestBytes()) {
                return refuse(Refusal.MALFORMED_REQUEST);
            }
            int certId = settings.mode() == OcspMode.PRESIGNED ? PlainQuestion.certId(request) : -1;
            return certId < 0
                    ? count(signed.answer(request, asker(caller)))
                    : keptOrSigned(request, certId, caller);
        } catch (OcspRefused refused) {
            return refuse(refused.refusal());
        } catch (MynaException failed) {
            LOG.log(System.Logger.Level.WARNING, failed.errorCode().code());
            return refuse(Refusal.TRY_LATER);
        } catch (RuntimeException mistake) {
            // a caller gets an OCSP response whatever happens; nothing of the request is logged
            LOG.log(System.Logger.Level.ERROR, "OCSP request not answered", mistake);
            return refuse(Refusal.INTERNAL_ERROR);
        }
    }

    /** RFC 5019 6: nearly all questions are the same as one before. */
    private OcspAnswer keptOrSigned(byte[] request, int certId, OcspCaller caller) {
        int board = answers.board(request, PlainQuestion.serial(request, certId));
        OcspAnswer kept = kept(board, request, certId, caller);
        if (kept != null) return kept;
        return count(signAndKeep(request, certId, board, asker(caller)));
    }

    private SignedAnswers.Signed signAndKeep(byte[] request, int certId, int board, Asker asker) {
        // before the status is looked up, so that a change meanwhile is seen
        int stamp = answers.stamp(board);
        SignedAnswers.Signed fresh = signed.answer(request, asker);
        if (fresh.mayBeKept()) {
            byte[] key = Arrays.copyOfRange(request, certId, request.length);
            answers.keep(board, fresh.kept(key, responders.epoch(), stamp));
        }
        return fresh;
    }

    /**
     * Signs ahead what is likely to be asked, with SHA-1 as nearly everybody asks (RFC 5019 2.1.1).
     *
     * @return how many answers are kept now that were not before; none in fresh mode, nor while
     *     there is no answer but tryLater
     */
    public int prepare(Generation generation, Collection<CertificateSerial> serials) {
        int prepared = 0;
        try {
            for (CertificateSerial serial : serials) {
                prepared += prepare(generation, serial) ? 1 : 0;
            }
        } catch (OcspRefused notNow) {
            LOG.log(System.Logger.Level.INFO, notNow.refusal().name());
        }
        return prepared;
    }

    private boolean prepare(Generation generation, CertificateSerial serial) {
        byte[] request =
                OcspRequest.of(
                                List.of(
                                        CertId.of(
                                                HashAlgorithm.SHA_1,
                                                generation.certificate(),
                                                serial)))
                        .der();
        int certId = PlainQuestion.certId(request);
        int board = answers.board(request, PlainQuestion.serial(request, certId));
        boolean there =
                answers.find(board, request, certId, responders.epoch(), clock.millis()) != null;
        return settings.mode() == OcspMode.PRESIGNED
                && !there
                && signAndKeep(request, certId, board, Asker.ANYBODY).mayBeKept();
    }

    private OcspAnswer count(SignedAnswers.Signed fresh) {
        metrics.signed().increment();
        fresh.statuses().forEach(metrics::count);
        return fresh.answer();
    }

    private OcspAnswer refuse(Refusal refusal) {
        metrics.count(refusal);
        return refusal.answer();
    }

    private void mustMayAsk(OcspCaller caller, short generation) {
        if (settings.access() == OcspAccess.REGISTERED) {
            asker(caller).mustMayAsk(Generation.caOf(generation), clock.now());
        }
    }

    private Asker asker(OcspCaller caller) {
        return settings.access() == OcspAccess.OPEN ? Asker.ANYBODY : verifiers.asker(caller);
    }

    /** Keeps responders and register fresh, each second, until it is closed. */
    public AutoCloseable start() {
        ScheduledExecutorService looking =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("ocsp-responders").factory());
        // the handle would tell of a look that failed, and none does
        var unused = looking.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
        return () -> {
            looking.shutdown();
            looking.awaitTermination(1, TimeUnit.MINUTES);
        };
    }

    /** One failure is not the end of looking; the same one is told once. */
    void look() {
        try {
            if (settings.access() == OcspAccess.REGISTERED) {
                verifiers.refreshOrForget();
            }
            responders.refresh(clock.notBefore(dataTime.now()));
            lastFailure = "";
        } catch (MynaException failed) {
            String code = failed.errorCode().code();
            if (!code.equals(lastFailure)) {
                LOG.log(System.Logger.Level.WARNING, failed.getMessage());
            }
            lastFailure = code;
        } catch (RuntimeException mistake) {
            // an exception would end the looking for good, and with it OCSP in some weeks
            LOG.log(System.Logger.Level.ERROR, "responders not looked after", mistake);
        }
    }

    /** Who gets answers here. */
    public OcspAccess access() {
        return settings.access();
    }

    public OcspMetrics metrics() {
        return metrics;
    }

    /** When the certificates of the responders end that sign now, by generation. */
    public Map<Short, Instant> responderEnds() {
        return responders.ends();
    }
}
