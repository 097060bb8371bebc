package org.openmyna.server.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.audit.AuditEntry;
import org.openmyna.server.audit.AuditLog;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The register of who may ask (利用者証明検証者, サービスプロバイダ事業者): parties, their approvals with dates, their
 * clients, and suspensions. Approvals go by legal time. Every act is in the access log.
 */
final class ApprovalRegister {
    /** What another machine changed is seen after this at the latest; own changes at once. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private static final int MOST_LISTED = 200;

    /** What became of an approval. */
    enum Approving {
        DONE,
        /** That is how the party is approved already. */
        WAS_SO,
        /** Nothing was changed: the law did not have the party's kind then. */
        NO_SUCH_KIND_IN_LAW
    }

    private record Known(Client client, Instant since, Instant legal) {}

    private final JdbcTemplate inTransaction;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final AuditLog log;
    private final InstantSource legalTime;
    private final InstantSource realTime;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ApprovalRegister(
            DataSource database, AuditLog log, InstantSource legalTime, InstantSource realTime) {
        this.inTransaction = new JdbcTemplate(database);
        this.jdbc = JdbcClient.create(inTransaction);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        this.log = log;
        this.legalTime = legalTime;
        this.realTime = realTime;
    }

    /** The client of this id, with its standing now. */
    Optional<Client> client(String id) {
        Instant now = realTime.instant();
        Instant legal = legalTime.instant();
        Known kept = known.get(id);
        if (kept != null
                && now.isBefore(kept.since().plus(KNOWN_FOR))
                && legal.isBefore(kept.legal().plus(KNOWN_FOR))) {
            return Optional.of(kept.client());
        }
        Optional<Client> found =
                at(legal, jdbc.sql(Client.BY_ID)).param(id).query(Client::from).optional();
        found.ifPresent(client -> known.put(id, new Known(client, now, legal)));
        return found;
    }

    /**
     * @throws NotDone if there is none, or it may not ask now (MYNA-PLT-001, MYNA-PLT-002,
     *     MYNA-PLT-003)
     */
    Client mustBeApproved(String id) {
        Client client =
                client(id)
                        .orElseThrow(() ->
                                new NotDone(PlatformError.CLIENT_UNKNOWN, Map.of("client", id)));
        if (client.standing() != Standing.APPROVED) throw client.refusal();
        return client;
    }

    /** The newest first. */
    List<Client> clients() {
        return at(legalTime.instant(), jdbc.sql(Client.NEWEST))
                .param(MOST_LISTED)
                .query(Client::from)
                .list();
    }

    private static JdbcClient.StatementSpec at(Instant legal, JdbcClient.StatementSpec statement) {
        OffsetDateTime moment = utc(legal);
        return statement.param(moment).param(moment).param(moment).param(moment);
    }

    List<Client> clientsOf(String party) {
        return at(legalTime.instant(), jdbc.sql(Client.OF_PARTY))
                .param(party)
                .query(Client::from)
                .list();
    }

    Optional<Party> party(String id) {
        return now(jdbc.sql(Party.NAMED)).param(id).query(Party::from).optional();
    }

    /** In the order in which they were entered. */
    List<Party> parties() {
        return now(jdbc.sql(Party.LISTED)).query(Party::from).list();
    }

    private JdbcClient.StatementSpec now(JdbcClient.StatementSpec statement) {
        OffsetDateTime moment = utc(legalTime.instant());
        return statement.params(moment, moment, moment, moment, moment, moment);
    }

    /**
     * Enters a party, which is not approved yet.
     *
     * @param officer who does it, for the access log
     * @return false if the id is known already: nothing was changed
     */
    boolean enterParty(String officer, String id, PartyKind kind, String nameJa, String nameEn) {
        return logged(
                officer,
                "ENTER_PARTY",
                id,
                () ->
                        jdbc.sql(Party.ENTER)
                                .params(id, kind.name(), nameJa, nameEn, utc(realTime.instant()))
                                .update());
    }

    /**
     * Approves a party under the law of its kind. It takes the place of whatever was approved from
     * its first moment on.
     *
     * @param until legal time, exclusive
     */
    Approving approve(String officer, String party, Instant from, Optional<Instant> until) {
        OffsetDateTime begin = utc(from);
        @Nullable OffsetDateTime end = until.map(ApprovalRegister::utc).orElse(null);
        if (isApproved(party, begin, end)) return Approving.WAS_SO;
        boolean done =
                logged(
                        officer,
                        "APPROVE_PARTY",
                        party,
                        () -> {
                            jdbc.sql(Party.LOCK).param(party).query(String.class).list();
                            jdbc.sql(Party.END_APPROVALS).params(begin, party, begin).update();
                            return jdbc.sql(Party.APPROVE)
                                    .params(
                                            Arrays.asList(
                                                    begin,
                                                    end,
                                                    utc(realTime.instant()),
                                                    begin,
                                                    begin,
                                                    party))
                                    .update();
                        });
        known.clear();
        return done ? Approving.DONE : Approving.NO_SUCH_KIND_IN_LAW;
    }

    private boolean isApproved(String party, OffsetDateTime begin, @Nullable OffsetDateTime end) {
        return Boolean.TRUE.equals(
                jdbc.sql(Party.IS_APPROVED_SO)
                        .params(Arrays.asList(begin, end, party, begin))
                        .query(Boolean.class)
                        .single());
    }

    void enterClient(String officer, Client client) {
        logged(
                officer,
                "ENTER_CLIENT",
                client.id(),
                () ->
                        jdbc.sql(Client.ENTER)
                                .params(
                                        client.id(),
                                        client.party(),
                                        client.nameJa(),
                                        client.nameEn(),
                                        client.redirects().toArray(String[]::new),
                                        client.logouts().toArray(String[]::new),
                                        client.jwks(),
                                        client.sector(),
                                        utc(realTime.instant()))
                                .update());
    }

    /**
     * From now on nobody logs in there, and nothing that was given out is good.
     *
     * @return false if it is suspended already: its reason stays
     */
    boolean suspendClient(String officer, String client, String reason, String law) {
        OffsetDateTime legal = utc(legalTime.instant());
        boolean done =
                logged(
                        officer,
                        "SUSPEND_CLIENT",
                        client,
                        () -> {
                            jdbc.sql(Client.LOCK).param(client).query(String.class).list();
                            return jdbc.sql(Suspension.OF_CLIENT)
                                    .params(reason, law, legal, utc(realTime.instant()), client)
                                    .update();
                        });
        known.remove(client);
        return done;
    }

    /** The same for all clients that a party has and will have. */
    boolean suspendParty(String officer, String party, String reason, String law) {
        OffsetDateTime legal = utc(legalTime.instant());
        boolean done =
                logged(
                        officer,
                        "SUSPEND_PARTY",
                        party,
                        () -> {
                            jdbc.sql(Party.LOCK).param(party).query(String.class).list();
                            return jdbc.sql(Suspension.OF_PARTY)
                                    .params(reason, law, legal, utc(realTime.instant()), party)
                                    .update();
                        });
        known.clear();
        return done;
    }

    /**
     * @return false if it is not suspended itself
     */
    boolean liftClient(String officer, String client) {
        boolean done =
                logged(
                        officer,
                        "LIFT_CLIENT",
                        client,
                        () ->
                                jdbc.sql(Suspension.LIFT_CLIENT)
                                        .params(utc(legalTime.instant()), client)
                                        .update());
        known.remove(client);
        return done;
    }

    /** What was suspended of its clients one by one stays so. */
    boolean liftParty(String officer, String party) {
        boolean done =
                logged(
                        officer,
                        "LIFT_PARTY",
                        party,
                        () ->
                                jdbc.sql(Suspension.LIFT_PARTY)
                                        .params(utc(legalTime.instant()), party)
                                        .update());
        known.clear();
        return done;
    }

    /** An act that changed something, together with its entry in the log. */
    private boolean logged(String officer, String operation, String subject, IntSupplier act) {
        Boolean done =
                transactions.execute(running -> {
                    if (act.getAsInt() == 0) {
                        running.setRollbackOnly();
                        return false;
                    }
                    leave(officer, operation, subject);
                    return true;
                });
        return Boolean.TRUE.equals(done);
    }

    private void leave(String officer, String operation, String subject) {
        var entry =
                new AuditEntry(
                        realTime.instant(),
                        legalTime.instant(),
                        "platform",
                        officer,
                        "register",
                        "",
                        operation,
                        subject,
                        AuditEntry.DONE);
        inTransaction.execute(
                (ConnectionCallback<Boolean>)
                        connection -> {
                            log.append(connection, entry);
                            return true;
                        });
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
