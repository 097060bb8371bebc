package org.openmyna.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
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
 * @param address the machine listens at, a name or a number
 * @param domain that origins are under: {@code authority.<domain>}
 * @param data folder of this server alone; made if it is not there
 * @param databaseUrl {@code jdbc:postgresql://…}; empty for the embedded server under {@code data}.
 *     A machine that does OCSP alone only reads there
 * @param legalTime what the law's dates are told by; TLS and deadlines of calls go by real time
 * @param fixedBodies whether {@code /bench/fixed/N} answers N bytes: for benchmarks alone
 */
public record ServerSettings(
        int port,
        OptionalInt tlsPort,
        String address,
        String domain,
        Path data,
        Optional<String> databaseUrl,
        Set<ServerRole> roles,
        OcspMode ocspMode,
        OcspAccess ocspAccess,
        InstantSource legalTime,
        boolean fixedBodies) {
    private static final int USUAL_PORT = 8080;
    private static final int LAST_PORT = 65_535;
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");

    /**
     * @throws SettingRefused for a value outside its range (MYNA-SRV-001)
     */
    public ServerSettings {
        roles = Set.copyOf(roles);
        must("port", port, port >= 0 && port <= LAST_PORT, "0 … 65535");
        int tls = tlsPort.orElse(0);
        must("tlsPort", tls, tls >= 0 && tls <= LAST_PORT, "0 … 65535");
        must("tlsPort", tls, tls == 0 || tls != port, "≠ port");
        must("domain", domain, DOMAIN.matcher(domain).matches(), "a-z 0-9 - .");
        must("roles", "", !roles.isEmpty(), "authority, ocsp");
    }

    private static void must(String setting, Object value, boolean holds, String expected) {
        if (!holds) throw new SettingRefused(setting, value, expected);
    }

    /** Everything, on this machine's own database, port 8080, by the clock of the machine. */
    public static ServerSettings in(Path data) {
        return new ServerSettings(
                USUAL_PORT,
                OptionalInt.empty(),
                "localhost",
                "localhost",
                data,
                Optional.empty(),
                ServerRole.ALL,
                OcspMode.PRESIGNED,
                OcspAccess.OPEN,
                Instant::now,
                false);
    }

    public ServerSettings withPort(int other) {
        return changed(draft -> draft.port = other);
    }

    public ServerSettings withTlsPort(int other) {
        return changed(draft -> draft.tlsPort = OptionalInt.of(other));
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

    public ServerSettings withLegalTime(InstantSource other) {
        return changed(draft -> draft.legalTime = other);
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
        private String address;
        private String domain;
        private Optional<String> databaseUrl;
        private Set<ServerRole> roles;
        private OcspMode ocspMode;
        private OcspAccess ocspAccess;
        private InstantSource legalTime;
        private boolean fixedBodies;

        Draft(ServerSettings from) {
            data = from.data;
            port = from.port;
            tlsPort = from.tlsPort;
            address = from.address;
            domain = from.domain;
            databaseUrl = from.databaseUrl;
            roles = from.roles;
            ocspMode = from.ocspMode;
            ocspAccess = from.ocspAccess;
            legalTime = from.legalTime;
            fixedBodies = from.fixedBodies;
        }

        ServerSettings settings() {
            return new ServerSettings(
                    port,
                    tlsPort,
                    address,
                    domain,
                    data,
                    databaseUrl,
                    roles,
                    ocspMode,
                    ocspAccess,
                    legalTime,
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
        return !roles.contains(ServerRole.AUTHORITY);
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
