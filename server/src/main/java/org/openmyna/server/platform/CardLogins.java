package org.openmyna.server.platform;

import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.card.reader.ItemsProof;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.audit.AuditEntry;
import org.openmyna.server.web.Problem;
import org.openmyna.trust.verifier.Freshness;
import org.openmyna.trust.verifier.LoginChallenge;
import org.openmyna.trust.verifier.LoginRequest;
import org.openmyna.trust.verifier.LoginVerdict;
import org.openmyna.trust.verifier.ProvedCertificate;
import org.openmyna.trust.verifier.VerifierError;

/**
 * The login by card: begun by a browser, answered by a card agent, finished by the browser that
 * began. All of it is in the database, so that any machine may do any step.
 */
final class CardLogins {
    /** For who reads the page before going to the agent. */
    private static final Duration READING = Duration.ofMinutes(10);

    private static final Duration ANSWERING = Freshness.standard().challengeLife();
    private static final Duration WAY_BACK = Duration.ofMinutes(1);

    static final Duration LIFE = READING.plus(ANSWERING).plus(WAY_BACK);

    private static final int MOST_CODE_TRIES = 3;
    private static final int CODES = 1_000_000;

    /** What the card signs says so, and the agent shows it. */
    static final String PURPOSE = "ログイン";

    /** Answers that say nothing about the one that used the challenge up. */
    private static final Set<VerifierError> NOT_ITS_END =
            Set.of(VerifierError.CHALLENGE_ALREADY_USED, VerifierError.CHALLENGE_NOT_ISSUED_HERE);

    private final ApprovalRegister register;
    private final LoginStore store;
    private final CardChecks checks;
    private final People people;
    private final CardItems items;
    private final AskRequests asks;
    private final InstantSource legalTime;
    private final SecureRandom random;
    private final InstantSource realTime;

    CardLogins(
            ApprovalRegister register,
            LoginStore store,
            CardChecks checks,
            People people,
            CardItems items,
            AskRequests asks,
            InstantSource legalTime,
            SecureRandom random,
            InstantSource realTime) {
        this.register = register;
        this.store = store;
        this.checks = checks;
        this.people = people;
        this.items = items;
        this.asks = asks;
        this.legalTime = legalTime;
        this.random = random;
        this.realTime = realTime;
    }

    /**
     * @param secret for the browser that began, and nobody else
     */
    record Begun(String id, String secret) {}

    /** Begins a login for a request that was found to be right. */
    Begun begin(AskedFor request) {
        var id = Hashes.fresh(random);
        String secret = Hashes.fresh(random);
        LoginChallenge challenge = challenge(request);
        store.begin(
                new CardLoginRow(
                        id,
                        Hashes.sha256(secret),
                        request.value("client_id"),
                        List.copyOf(request.scopes()),
                        request,
                        challenge.bytes(),
                        "%06d".formatted(random.nextInt(CODES)),
                        false,
                        false,
                        false,
                        CardLoginRow.State.WAITING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        realTime.instant().plus(LIFE)),
                challenge.id());
        return new Begun(id, secret);
    }

    private LoginChallenge challenge(AskedFor request) {
        return checks.verifier()
                .issueChallenge(
                        new LoginRequest(
                                request.value("client_id"),
                                URI.create(request.value("redirect_uri")),
                                PURPOSE));
    }

    /**
     * The login of this browser.
     *
     * @throws NotDone if it is over or never was (MYNA-PLT-006), or if another browser began it
     *     (MYNA-PLT-007)
     */
    CardLoginRow of(String id, Optional<String> secret) {
        CardLoginRow login = known(id);
        boolean began =
                secret.map(Hashes::sha256)
                        .map(hash -> MessageDigest.isEqual(hash, login.browser()))
                        .orElse(false);
        if (!began) throw new NotDone(PlatformError.OTHER_BROWSER);
        return login;
    }

    /**
     * @throws NotDone if it is over or never was (MYNA-PLT-006)
     */
    CardLoginRow known(String id) {
        return store.find(id)
                .filter(login -> login.state() != CardLoginRow.State.USED)
                .orElseThrow(() -> new NotDone(PlatformError.LOGIN_UNKNOWN));
    }

    /** Who asks. */
    Client client(CardLoginRow login) {
        return register.mustBeApproved(login.client());
    }

    /**
     * The citizen has read who asks and what is passed on, and goes to the agent.
     *
     * @return the request that the agent is shown
     * @throws NotDone as {@link #of}, and if its card has answered or its time is nearly over
     *     (MYNA-PLT-006)
     */
    String consent(String id, Optional<String> secret, boolean crossDevice) {
        CardLoginRow login =
                secret.flatMap(each ->
                                store.consent(id, Hashes.sha256(each), crossDevice, answered()))
                        .orElseThrow(() -> {
                            CardLoginRow unused = of(id, secret);
                            return new NotDone(PlatformError.LOGIN_UNKNOWN);
                        });
        return request(login);
    }

    /**
     * For the agent of another device; whoever has the address may read it.
     *
     * @throws NotDone if its card has answered or its time is nearly over (MYNA-PLT-006)
     */
    String requestForOther(CardLoginRow login) {
        if (login.expiresAt().isBefore(answered())) {
            throw new NotDone(PlatformError.LOGIN_UNKNOWN);
        }
        return request(login);
    }

    /** When the answer to a request of now has come at the latest, and its browser is back. */
    private Instant answered() {
        return realTime.instant().plus(ANSWERING).plus(WAY_BACK);
    }

    private String request(CardLoginRow agreed) {
        CardLoginRow login =
                asks.isFresh(agreed)
                        ? agreed
                        : store.renew(agreed, challenge(agreed.request()))
                                .orElseGet(() -> known(agreed.id()));
        boolean open = login.state() == CardLoginRow.State.WAITING && !login.challengeUsed();
        if (!open) throw new NotDone(PlatformError.LOGIN_UNKNOWN);
        return asks.of(login, client(login), login.crossDevice());
    }

    /** The browser gives up. */
    void cancel(CardLoginRow login) {
        var unused = end(login, CardLoginRow.State.CANCELLED, new NotDone(PlatformError.CANCELLED));
    }

    /**
     * Takes the agent's answer.
     *
     * @return what the agent's redirect carries back
     * @throws NotDone for each reason of ours, {@link CardRefused} for those of the verifier
     * @throws LoginEnded for the same, if the login ended by it
     */
    String answer(CardLoginRow login, CardAnswer answer) {
        mustFit(login, answer.requestText());
        return switch (answer.outcomeText()) {
            case "signed" -> signed(login, answer);
            case "cancelled" ->
                    end(login, CardLoginRow.State.CANCELLED, new NotDone(PlatformError.CANCELLED));
            case "failed" ->
                    end(
                            login,
                            CardLoginRow.State.FAILED,
                            new NotDone(
                                    PlatformError.AGENT_FAILED,
                                    Map.of("reason", answer.reasonCode())));
            default -> throw CardAnswer.malformed("outcome");
        };
    }

    private void mustFit(CardLoginRow login, String request) {
        var late = new NotDone(PlatformError.ANSWER_LATE);
        switch (asks.fit(login, request)) {
            case FITS -> {}
            case NOT_ITS_OWN -> throw CardAnswer.malformed("request");
            // a newer request of this login waits for its answer
            case REPLACED -> throw late;
            case LATE -> throw failed(login, late);
        }
    }

    /** All of the answer is read before its challenge is used up; from there on it ends here. */
    private String signed(CardLoginRow login, CardAnswer answer) {
        Client unused = client(login);
        if (!login.consented()) throw CardAnswer.malformed("consent");
        CardAnswer.Signed read = answer.signed();
        if (login.crossDevice()) mustMatch(login, answer.code());
        if (!login.wanted().isEmpty() && read.items().isEmpty()) {
            throw failed(login, new NotDone(PlatformError.ITEMS_MISSING));
        }
        LoginVerdict verdict = toItsEnd(login, () -> verdict(login, read));
        return switch (verdict) {
            case LoginVerdict.Accepted accepted ->
                    toItsEnd(login, () -> accepted(login, read, accepted));
            case LoginVerdict.Refused refused -> {
                var why = new CardRefused(refused.refusal());
                throw isOnlyLate(refused) ? why : failed(login, why, Failure.of(refused));
            }
        };
    }

    private LoginVerdict verdict(CardLoginRow login, CardAnswer.Signed read) {
        return checks.verifier()
                .verify(
                        LoginChallenge.parse(login.challenge()),
                        read.certificate(),
                        read.signature());
    }

    /** A challenge that is used up has no second answer: whatever breaks now ends the login. */
    private <T> T toItsEnd(CardLoginRow login, Supplier<T> work) {
        try {
            return work.get();
        } catch (LoginEnded told) {
            throw told;
        } catch (MynaException broken) {
            throw failed(login, broken);
        } catch (RuntimeException broken) {
            throw failed(login, Problem.of(broken).error());
        }
    }

    private static boolean isOnlyLate(LoginVerdict.Refused refused) {
        return refused.refusal().reason() instanceof VerifierError reason
                && NOT_ITS_END.contains(reason);
    }

    /** A try counts before it is looked at: many at once are no more than three. */
    private void mustMatch(CardLoginRow login, @Nullable String typed) {
        int left =
                MOST_CODE_TRIES
                        - store.codeTry(login.id())
                                .orElseThrow(() -> new NotDone(PlatformError.LOGIN_UNKNOWN));
        if (left >= 0
                && typed != null
                && MessageDigest.isEqual(Hashes.sha256(typed), Hashes.sha256(login.code()))) {
            return;
        }
        var why = new NotDone(PlatformError.CODE_WRONG, Map.of("left", Math.max(0, left)));
        throw left <= 0 ? failed(login, why) : why;
    }

    private String accepted(
            CardLoginRow login, CardAnswer.Signed answer, LoginVerdict.Accepted accepted) {
        ProvedCertificate certificate = accepted.certificate();
        String serial = certificate.serial().toString();
        UUID person = people.of(serial);
        Optional<byte[]> kept =
                login.wanted().isEmpty()
                        ? Optional.empty()
                        : answer.items()
                                .map(each -> items(login, each, accepted.challenge(), serial))
                                .map(each -> items.kept(each, login.wanted(), person));
        String returnCode = Hashes.fresh(random);
        boolean done =
                store.answered(
                        login,
                        person,
                        kept,
                        Hashes.sha256(returnCode),
                        entry(login, "person-" + person, AuditEntry.DONE));
        if (!done) throw new NotDone(PlatformError.LOGIN_UNKNOWN);
        return returnCode;
    }

    private FourItemsFile items(
            CardLoginRow login, ItemsProof proof, LoginChallenge challenge, String serial) {
        return switch (items.check(challenge, proof, serial)) {
            case CardItems.Checked.Good(var read) -> read;
            case CardItems.Checked.Refused(NotDone why, Failure failure) ->
                    throw failed(login, why, failure);
        };
    }

    private MynaException failed(CardLoginRow login, MynaException why) {
        return failed(login, why, Failure.of(why));
    }

    /**
     * Ends the login.
     *
     * @return what to throw: with what leads back, unless somebody else has ended it
     */
    private MynaException failed(CardLoginRow login, MynaException why, Failure failure) {
        String returnCode = Hashes.fresh(random);
        boolean done =
                store.ended(
                        login,
                        CardLoginRow.State.FAILED,
                        Optional.of(failure),
                        Hashes.sha256(returnCode),
                        entry(login, "", why.errorCode().code()));
        return done ? new LoginEnded(why, returnCode) : why;
    }

    private String end(CardLoginRow login, CardLoginRow.State how, NotDone why) {
        String returnCode = Hashes.fresh(random);
        boolean done =
                store.ended(
                        login,
                        how,
                        Optional.of(Failure.of(why)),
                        Hashes.sha256(returnCode),
                        entry(login, "", why.errorCode().code()));
        if (!done) throw new NotDone(PlatformError.LOGIN_UNKNOWN);
        return returnCode;
    }

    private AuditEntry entry(CardLoginRow login, String subject, String outcome) {
        Instant now = realTime.instant();
        return new AuditEntry(
                now,
                legalTime.instant(),
                "platform",
                login.client(),
                "login",
                login.id(),
                "CARD_LOGIN",
                subject,
                outcome);
    }

    /** What the browser that began finds when it comes back. */
    sealed interface Back {
        /** The card has not answered yet. */
        record Waiting() implements Back {}

        /** Somebody is logged in; the code may be given out, once. */
        record Finished(CardHolderLogin holder) implements Back {}

        record Cancelled() implements Back {}

        record Failed(Failure failure) implements Back {}

        /** It failed, by an answer that came from elsewhere: what it was is not told here. */
        record Over(Failure failure) implements Back {}
    }

    /**
     * Looks how far the login is.
     *
     * @param returnCode from the agent's redirect; an agent on another device has none, and the
     *     typed number stands in its place
     * @throws NotDone if the card's answer did not lead here (MYNA-PLT-007)
     */
    Back back(CardLoginRow login, Optional<String> returnCode) {
        return switch (login.state()) {
            case WAITING -> new Back.Waiting();
            case ANSWERED -> {
                if (!isLedBack(login, returnCode)) throw new NotDone(PlatformError.OTHER_BROWSER);
                yield new Back.Finished(
                        new CardHolderLogin(
                                login.id(),
                                login.person().orElseThrow(),
                                login.authenticatedAt().orElseThrow(),
                                login.items()));
            }
            case CANCELLED -> new Back.Cancelled();
            case FAILED ->
                    isLedBack(login, returnCode)
                            ? new Back.Failed(login.failure().orElseThrow())
                            : new Back.Over(Failure.of(new NotDone(PlatformError.LOGIN_UNKNOWN)));
            case USED -> throw new NotDone(PlatformError.LOGIN_UNKNOWN);
        };
    }

    private static boolean isLedBack(CardLoginRow login, Optional<String> returnCode) {
        return login.crossDevice()
                || returnCode
                        .map(Hashes::sha256)
                        .map(hash -> MessageDigest.isEqual(hash, login.returnCode().orElseThrow()))
                        .orElse(false);
    }
}
