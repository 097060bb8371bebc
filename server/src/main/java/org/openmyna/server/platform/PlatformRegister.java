package org.openmyna.server.platform;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.openmyna.server.audit.AuditLog;
import org.openmyna.trust.profile.ValidityRule;

/**
 * The approval register for its officers, beside a running platform or without one. What is done
 * here is in the platform's access log, and is seen by a running platform after a second at the
 * latest. Every act may be repeated.
 */
public final class PlatformRegister {
    private static final Pattern PARTY_ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");
    private static final int LONGEST_REASON = 200;

    private final ApprovalRegister register;
    private final ClientEntry entry;
    private final InstantSource legalTime;
    private final String officer;

    private PlatformRegister(
            ApprovalRegister register, ClientEntry entry, InstantSource legalTime, String officer) {
        this.register = register;
        this.entry = entry;
        this.legalTime = legalTime;
        this.officer = officer;
    }

    /**
     * @param database of the schema {@code platform}
     * @param folder the platform's, for its owner alone
     * @param officer who acts, for the access log: at most 200 characters
     */
    public static PlatformRegister open(
            DataSource database,
            Path folder,
            InstantSource legalTime,
            SecureRandom random,
            String officer) {
        InstantSource realTime = Instant::now;
        var log = new AuditLog(database, folder.resolve("log"), random, realTime);
        var register = new ApprovalRegister(database, log, legalTime, realTime);
        return new PlatformRegister(
                register, new ClientEntry(register, random), legalTime, officer);
    }

    /**
     * Enters a party, which is not approved yet.
     *
     * @param id 1 to 63 of a-z, 0-9, hyphen and dot
     * @return false if it was there, just so
     * @throws org.openmyna.kernel.MynaException for what is not right (MYNA-PLT-016), or if the id
     *     is entered as another (MYNA-PLT-019)
     */
    public boolean addParty(String id, PartyKind kind, String nameJa, String nameEn) {
        if (!PARTY_ID.matcher(id).matches()) throw ClientEntry.wrong("id");
        String japanese = ClientEntry.name("name", nameJa);
        String english = ClientEntry.name("name-en", nameEn);
        if (register.enterParty(officer, id, kind, japanese, english)) return true;
        Party there = party(id);
        if (there.kind() == kind
                && there.nameJa().equals(japanese)
                && there.nameEn().equals(english)) {
            return false;
        }
        throw new NotDone(
                PlatformError.PARTY_DIFFERS,
                Map.of("party", id, "kind", there.kind(), "name", there.nameJa()));
    }

    /**
     * Approves a party under the law of its kind. It takes the place of whatever was approved from
     * its first day on.
     *
     * @param from 0:00 in Japan; empty: now
     * @param until 0:00 in Japan, exclusive; empty: without an end
     * @return false if that is how it is approved already
     * @throws org.openmyna.kernel.MynaException if there is no such party (MYNA-PLT-018), or the
     *     days are not in order, or before the law (MYNA-PLT-016)
     */
    public boolean approve(String party, Optional<LocalDate> from, Optional<LocalDate> until) {
        party(party);
        Instant begin = from.map(PlatformRegister::midnight).orElseGet(legalTime::instant);
        Optional<Instant> end = until.map(PlatformRegister::midnight);
        if (end.isPresent() && !end.get().isAfter(begin)) throw ClientEntry.wrong("until");
        return switch (register.approve(officer, party, begin, end)) {
            case DONE -> true;
            case WAS_SO -> false;
            case NO_SUCH_KIND_IN_LAW -> throw ClientEntry.wrong("from");
        };
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ValidityRule.JAPAN).toInstant();
    }

    /**
     * From now on nobody logs in at any client of the party.
     *
     * @return false if it is suspended already: reason and law stay as they were
     * @throws org.openmyna.kernel.MynaException if there is no such party (MYNA-PLT-018), or reason
     *     or law are empty or longer than 200 characters (MYNA-PLT-016)
     */
    public boolean suspendParty(String party, String reason, String law) {
        party(party);
        return register.suspendParty(officer, party, text("reason", reason), text("law", law));
    }

    private static String text(String field, String text) {
        return ClientEntry.words(field, text, LONGEST_REASON);
    }

    /**
     * What was suspended of its clients one by one stays so.
     *
     * @return false if it was not suspended
     * @throws org.openmyna.kernel.MynaException if there is no such party (MYNA-PLT-018)
     */
    public boolean liftParty(String party) {
        party(party);
        return register.liftParty(officer, party);
    }

    /** In the order in which they were entered. */
    public List<Party> parties() {
        return register.parties();
    }

    /**
     * @throws org.openmyna.kernel.MynaException if there is none (MYNA-PLT-018)
     */
    public Party party(String id) {
        return register.party(id)
                .orElseThrow(() -> new NotDone(PlatformError.PARTY_UNKNOWN, Map.of("party", id)));
    }

    /**
     * A client that is asked for, by the rules of the developer console.
     *
     * @param redirects where a browser may return to, all at one host
     * @param logouts where a browser may go after a logout
     * @param jwks public keys (RFC 7517); empty: a key is made
     */
    public record Wish(
            String party,
            String nameJa,
            String nameEn,
            List<String> redirects,
            List<String> logouts,
            Optional<String> jwks) {
        public Wish {
            redirects = List.copyOf(redirects);
            logouts = List.copyOf(logouts);
        }

        private boolean isSo(Client client, Optional<String> keys) {
            return client.nameJa().equals(nameJa.strip())
                    && client.nameEn().equals(nameEn.strip())
                    && client.redirects().equals(redirects)
                    && client.logouts().equals(logouts)
                    && keys.map(client.jwks()::equals).orElse(true);
        }
    }

    /**
     * @param isNew false if the party had just such a client: nothing was made or changed
     */
    public record Added(Client client, boolean isNew) {}

    /**
     * Enters a client.
     *
     * @param keep takes the private key (a JWK, RFC 7517) if one is made, before the client is
     *     entered; it is kept nowhere else
     * @throws org.openmyna.kernel.MynaException if there is no such party (MYNA-PLT-018), or for
     *     what is not right (MYNA-PLT-016)
     */
    public Added addClient(Wish wish, Consumer<String> keep) {
        party(wish.party());
        Optional<String> keys = wish.jwks().map(ClientEntry::publicKeys);
        Optional<Client> there =
                register.clientsOf(wish.party()).stream()
                        .filter(each -> wish.isSo(each, keys))
                        .findFirst();
        if (there.isPresent()) return new Added(there.get(), false);
        ClientEntry.Entered entered =
                entry.enter(
                        officer,
                        "client-",
                        wish.party(),
                        new ClientEntry.Wish(
                                wish.nameJa(),
                                wish.nameEn(),
                                wish.redirects(),
                                wish.logouts(),
                                wish.jwks()),
                        key -> keep.accept(key.toJSONString()));
        return new Added(entered.client(), true);
    }

    /**
     * From now on nobody logs in there.
     *
     * @return false if the client is suspended already: reason and law stay as they were
     * @throws org.openmyna.kernel.MynaException if there is no such client (MYNA-PLT-001), or
     *     reason or law are empty or longer than 200 characters (MYNA-PLT-016)
     */
    public boolean suspendClient(String client, String reason, String law) {
        client(client);
        return register.suspendClient(officer, client, text("reason", reason), text("law", law));
    }

    /**
     * A suspension of its whole party stays.
     *
     * @return false if the client itself was not suspended
     * @throws org.openmyna.kernel.MynaException if there is no such client (MYNA-PLT-001)
     */
    public boolean liftClient(String client) {
        client(client);
        return register.liftClient(officer, client);
    }

    /**
     * @throws org.openmyna.kernel.MynaException if there is none (MYNA-PLT-001)
     */
    public Client client(String id) {
        return register.client(id)
                .orElseThrow(() -> new NotDone(PlatformError.CLIENT_UNKNOWN, Map.of("client", id)));
    }

    /**
     * The newest first.
     *
     * @throws org.openmyna.kernel.MynaException if there is no such party (MYNA-PLT-018)
     */
    public List<Client> clientsOf(String party) {
        party(party);
        return register.clientsOf(party);
    }
}
