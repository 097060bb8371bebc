package org.openmyna.database;

import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A server that somebody else runs. */
final class GivenHost implements Host {
    /** Decided for each connection, not by the URL. */
    private static final Set<String> OURS =
            Set.of("user", "password", "currentSchema", "options", "ApplicationName");

    private final String url;
    private final Login administrator;
    private final RolePasswords passwords;

    private GivenHost(String url, Login administrator) {
        this.url = url;
        this.administrator = administrator;
        this.passwords = new RolePasswords(administrator.password());
    }

    /**
     * @throws UrlNotUsable if it is no URL of PostgreSQL, or has no user and password
     */
    static GivenHost at(String jdbcUrl) {
        Properties parsed = parse(jdbcUrl);
        String user = parsed == null ? null : PGProperty.USER.getOrDefault(parsed);
        String password = parsed == null ? null : PGProperty.PASSWORD.getOrDefault(parsed);
        if (user == null || password == null) {
            throw new UrlNotUsable();
        }
        return new GivenHost(withoutOurs(jdbcUrl), new Login(user, password));
    }

    private static @Nullable Properties parse(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:postgresql:") ? Driver.parseURL(jdbcUrl, null) : null;
    }

    private static String withoutOurs(String jdbcUrl) {
        int question = jdbcUrl.indexOf('?');
        if (question < 0) {
            return jdbcUrl;
        }
        String kept =
                Arrays.stream(jdbcUrl.substring(question + 1).split("&"))
                        .filter(parameter -> !OURS.contains(parameter.replaceFirst("=.*", "")))
                        .collect(Collectors.joining("&"));
        String place = jdbcUrl.substring(0, question);
        return kept.isEmpty() ? place : place + "?" + kept;
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public Login administrator() {
        return administrator;
    }

    @Override
    public String passwordOf(String role) {
        return passwords.of(role);
    }

    @Override
    public String address() {
        return url.replaceFirst("\\?.*", "");
    }

    @Override
    public void leave() {}
}
