package org.openmyna.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.machine.Progress;
import org.openmyna.server.web.SettingRefused;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.authority.ocsp.OcspAccess;
import org.openmyna.trust.authority.ocsp.OcspMode;
import org.openmyna.trust.authority.ocsp.OcspSettings;
import org.openmyna.trust.profile.CertificateAddresses;

/**
 * What an operator decides about a server.
 *
 * @param port of plain HTTP; 0 for a free one
 * @param tlsPort of mutual TLS, for registered verifiers and machines of the house; empty for none
 * @param agentPort of the card agent beside it, at 127.0.0.1; 0 for a free one; empty for none
 * @param address the machine listens at, a name or a number
 * @param domain that origins are under: {@code authority.<domain>}
 * @param data folder of this server alone; made if it is not there
 * @param databaseUrl {@code jdbc:postgresql://…}; empty for the embedded server under {@code data}.
 *     A machine that does OCSP alone only reads there
 * @param legalClock what the law's dates are told by; empty for the one of the data folder. TLS and
 *     deadlines of calls go by real time
 * @param remotes TLS ports of machines where other organisations live: {@code
 *     openmyna.remote.<organisation>}
 * @param residents that a test country begins with; empty for the usual number
 * @param agent where citizens are sent for their card, if no agent is beside the server
 * @param progress hears what the first start makes
 * @param fixedBodies whether {@code /bench/fixed/N} answers N bytes: for benchmarks alone
 */
public record ServerSettings(
        int port,
        OptionalInt tlsPort,
        OptionalInt agentPort,
        String address,
        String domain,
        Path data,
        Optional<String> databaseUrl,
        Set<ServerRole> roles,
        OcspMode ocspMode,
        OcspAccess ocspAccess,
        Optional<LegalClock> legalClock,
        Map<Organisation, URI> remotes,
        OptionalInt residents,
        URI agent,
        Progress progress,
        boolean fixedBodies) {
    private static final int USUAL_PORT = 8080;
    private static final int MOST_RESIDENTS = 2_000_000;
    private static final int LAST_PORT = 65_535;
    private static final Pattern AGENT =
            Pattern.compile("http://(127\\.0\\.0\\.1|localhost):[0-9]{1,5}");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");

    /**
     * @throws SettingRefused for a value outside its range (MYNA-SRV-001)
     */
    public ServerSettings {
        roles = Set.copyOf(roles);
        remotes = Map.copyOf(remotes);
        must("port", port, port >= 0 && port <= LAST_PORT, "0 … 65535");
        int tls = tlsPort.orElse(0);
        must("tlsPort", tls, tls >= 0 && tls <= LAST_PORT, "0 … 65535");
        must("tlsPort", tls, tls == 0 || tls != port, "≠ port");
        int beside = agentPort.orElse(0);
        must("agentPort", beside, beside >= 0 && beside <= LAST_PORT, "0 … 65535");
        must(
                "agentPort",
                beside,
                beside == 0 || beside != port && beside != tls,
                "≠ port, tlsPort");
        must("domain", domain, DOMAIN.matcher(domain).matches(), "a-z 0-9 - .");
        must("roles", "", !roles.isEmpty(), "authority, ocsp …");
        must(
                "openmyna.agent",
                agent,
                AGENT.matcher(agent.toString()).matches(),
                "http://127.0.0.1:48080");
        int people = residents.orElse(0);
        must("residents", people, people >= 0 && people <= MOST_RESIDENTS, "0 … 2000000");
        remotes.forEach((organisation, there) ->
                must(
                        "openmyna.remote." + organisation.id(),
                        there,
                        "https".equals(there.getScheme()) && there.getHost() != null,
                        "https://…"));
    }

    private static void must(String setting, Object value, boolean holds, String expected) {
        if (!holds) throw new SettingRefused(setting, value, expected);
    }

    /** Everything, on this machine's own database, port 8080, by the clock of the folder. */
    public static ServerSettings in(Path data) {
        return new ServerSettings(
                USUAL_PORT,
                OptionalInt.empty(),
                OptionalInt.empty(),
                "localhost",
                "localhost",
                data,
                Optional.empty(),
                ServerRole.ALL,
                OcspMode.PRESIGNED,
                OcspAccess.OPEN,
                Optional.empty(),
                Map.of(),
                OptionalInt.empty(),
                URI.create("http://127.0.0.1:48080"),
                Progress.unheard(),
                false);
    }

    public ServerSettings withPort(int other) {
        return changed(draft -> draft.port = other);
    }

    public ServerSettings withTlsPort(int other) {
        return changed(draft -> draft.tlsPort = OptionalInt.of(other));
    }

    /** With a card agent beside it. */
    public ServerSettings withAgentPort(int other) {
        return changed(draft -> draft.agentPort = OptionalInt.of(other));
    }

    public ServerSettings withAddress(String other) {
        return changed(draft -> draft.address = other);
    }

    public ServerSettings withDomain(String other) {
        return changed(draft -> draft.domain = other);
    }

    public ServerSettings withDatabase(String url) {
        return changed(draft -> draft.databaseUrl = Optional.of(url));
    }

    public ServerSettings withRoles(Set<ServerRole> other) {
        return changed(draft -> draft.roles = other);
    }

    public ServerSettings with(OcspMode other) {
        return changed(draft -> draft.ocspMode = other);
    }

    public ServerSettings with(OcspAccess other) {
        return changed(draft -> draft.ocspAccess = other);
    }

    /** Time that is given from elsewhere; nobody moves it here unless it is a clock itself. */
    public ServerSettings withLegalTime(InstantSource other) {
        LegalClock clock = other instanceof LegalClock moved ? moved : LegalClock.plain(other);
        return changed(draft -> draft.legalClock = Optional.of(clock));
    }

    /** An organisation that lives on another machine, for those here that call it. */
    public ServerSettings withRemote(Organisation other, URI tlsPort) {
        Map<Organisation, URI> all = new EnumMap<>(Organisation.class);
        all.putAll(remotes);
        all.put(other, tlsPort);
        return changed(draft -> draft.remotes = all);
    }

    /** How many residents a test country begins with. */
    public ServerSettings withResidents(int number) {
        return changed(draft -> draft.residents = OptionalInt.of(number));
    }

    /** Where the card agent of this machine answers. */
    public ServerSettings withAgent(URI other) {
        return changed(draft -> draft.agent = other);
    }

    public ServerSettings with(Progress other) {
        return changed(draft -> draft.progress = other);
    }

    public ServerSettings withFixedBodies() {
        return changed(draft -> draft.fixedBodies = true);
    }

    private ServerSettings changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** The same settings, on their way to others. */
    private static final class Draft {
        private final Path data;
        private int port;
        private OptionalInt tlsPort;
        private OptionalInt agentPort;
        private String address;
        private String domain;
        private Optional<String> databaseUrl;
        private Set<ServerRole> roles;
        private OcspMode ocspMode;
        private OcspAccess ocspAccess;
        private Optional<LegalClock> legalClock;
        private Map<Organisation, URI> remotes;
        private OptionalInt residents;
        private URI agent;
        private Progress progress;
        private boolean fixedBodies;

        Draft(ServerSettings from) {
            data = from.data;
            port = from.port;
            tlsPort = from.tlsPort;
            agentPort = from.agentPort;
            address = from.address;
            domain = from.domain;
            databaseUrl = from.databaseUrl;
            roles = from.roles;
            ocspMode = from.ocspMode;
            ocspAccess = from.ocspAccess;
            legalClock = from.legalClock;
            remotes = from.remotes;
            residents = from.residents;
            agent = from.agent;
            progress = from.progress;
            fixedBodies = from.fixedBodies;
        }

        ServerSettings settings() {
            return new ServerSettings(
                    port,
                    tlsPort,
                    agentPort,
                    address,
                    domain,
                    data,
                    databaseUrl,
                    roles,
                    ocspMode,
                    ocspAccess,
                    legalClock,
                    remotes,
                    residents,
                    agent,
                    progress,
                    fixedBodies);
        }
    }

    /**
     * What one setting alone cannot tell.
     *
     * @throws SettingRefused if a machine that only reads has no database to read (MYNA-SRV-001)
     */
    void mustFitTogether() {
        must(
                "databaseUrl",
                "",
                databaseUrl.isPresent() || !onlyReads(),
                "roles=ocsp: --db jdbc:postgresql://…");
    }

    /** Whether this machine changes nothing in the database. */
    public boolean onlyReads() {
        return roles.equals(Set.of(ServerRole.OCSP));
    }

    /** Whether the authority's engine is here, to issue or only to answer. */
    boolean answersOcsp() {
        return issues() || roles.contains(ServerRole.OCSP);
    }

    /** Whether certificates are issued here. */
    boolean issues() {
        return roles.contains(ServerRole.AUTHORITY);
    }

    Set<Organisation> organisations() {
        return roles.stream()
                .flatMap(role -> role.organisation().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Certificates name the port that is known before the start; else the usual one. */
    AuthoritySettings authority() {
        int named = port == 0 ? USUAL_PORT : port;
        String authority = "authority." + domain + ":" + named;
        return AuthoritySettings.sandbox()
                .with(
                        new CertificateAddresses(
                                URI.create("http://" + authority + "/cps"),
                                URI.create("http://ocsp." + authority + "/")))
                .with(OcspSettings.sandbox().with(ocspMode).with(ocspAccess));
    }

    Path databaseFolder() {
        return data.resolve("database");
    }

    Path authorityFolder() {
        return data.resolve("authority");
    }

    Path houseFolder() {
        return data.resolve("house");
    }

    Path logFile() {
        return data.resolve("log").resolve("server.json");
    }
}
