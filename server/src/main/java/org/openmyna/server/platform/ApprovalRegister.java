package org.openmyna.server.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The register of who may ask (利用者証明検証者, サービスプロバイダ事業者): parties, their approvals with dates, their
 * clients, and suspensions. Approvals go by legal time.
 */
final class ApprovalRegister {
    /** What another machine changed is seen after this at the latest; own changes at once. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private static final int MOST_LISTED = 200;

    private static final String ENTER_PARTY =
            """
            INSERT INTO party (id, kind, name_ja, name_en, entered_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String APPROVE =
            """
            INSERT INTO approval (party, law, valid_from, valid_to, entered_at)
            SELECT ?, k.law, ?, ?, ?
              FROM party p JOIN party_kind k ON k.kind = p.kind
               AND k.valid_from <= ? AND (k.valid_to IS NULL OR k.valid_to > ?)
             WHERE p.id = ?
            """;

    private static final String ENTER_CLIENT =
            """
            INSERT INTO client (id, party, name_ja, name_en, redirects, logouts, jwks, sector, entered_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SUSPEND =
            """
            INSERT INTO suspension (party, client, reason, law, valid_from, entered_at)
            SELECT c.party, c.id, ?, ?, ?, ?
              FROM client c
             WHERE c.id = ?
               AND NOT EXISTS (SELECT FROM suspension s
                                WHERE s.client = c.id AND s.valid_to IS NULL)
            """;

    private static final String LIFT =
            """
            UPDATE suspension SET valid_to = GREATEST(valid_from, ?)
             WHERE client = ? AND valid_to IS NULL
            """;

    private record Known(Client client, Instant since, Instant legal) {}

    private final JdbcClient jdbc;
    private final InstantSource legalTime;
    private final InstantSource realTime;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ApprovalRegister(DataSource database, InstantSource legalTime, InstantSource realTime) {
        this.jdbc = JdbcClient.create(database);
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

    boolean hasParty(String id) {
        return jdbc.sql("SELECT count(*) FROM party WHERE id = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Enters a party that is there from now on, unless it is known. */
    void enterParty(String id, PartyKind kind, String nameJa, String nameEn) {
        jdbc.sql(ENTER_PARTY)
                .params(id, kind.name(), nameJa, nameEn, utc(realTime.instant()))
                .update();
    }

    /**
     * Approves a party, under the law of its kind.
     *
     * @param until legal time, exclusive
     */
    void approve(String party, Instant from, Optional<Instant> until) {
        OffsetDateTime begin = utc(from);
        jdbc.sql(APPROVE)
                .param(party)
                .param(begin)
                .param(until.map(ApprovalRegister::utc).orElse(null))
                .param(utc(realTime.instant()))
                .param(begin)
                .param(begin)
                .param(party)
                .update();
        known.clear();
    }

    void enterClient(Client client) {
        jdbc.sql(ENTER_CLIENT)
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
                .update();
    }

    /** From now on nobody logs in there, and nothing that was given out is good. */
    void suspend(String client, String reason, String law) {
        OffsetDateTime legal = utc(legalTime.instant());
        jdbc.sql(SUSPEND).params(reason, law, legal, utc(realTime.instant()), client).update();
        known.remove(client);
    }

    void lift(String client) {
        jdbc.sql(LIFT).params(utc(legalTime.instant()), client).update();
        known.remove(client);
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
