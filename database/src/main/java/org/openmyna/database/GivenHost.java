package org.openmyna.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * A server that somebody else runs. The passwords of the organisations' roles follow from the
 * administrator's: every program with the same URL knows them, and none is kept anywhere.
 */
final class GivenHost implements Host {
    /** Decided for each connection, not by the URL. */
    private static final Set<String> OURS =
            Set.of("user", "password", "currentSchema", "options", "ApplicationName");

    private static final int ROUNDS = 100_000;
    private static final int BITS = 192;

    private final String url;
    private final Login administrator;

    private GivenHost(String url, Login administrator) {
        this.url = url;
        this.administrator = administrator;
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

    /** PBKDF2: who learns an organisation's password cannot try out the administrator's quickly. */
    @Override
    public String passwordOf(String role) {
        PBEKeySpec spec =
                new PBEKeySpec(
                        administrator.password().toCharArray(),
                        ("openmyna " + role).getBytes(StandardCharsets.UTF_8),
                        ROUNDS,
                        BITS);
        try {
            byte[] derived =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has it", e);
        }
    }

    @Override
    public String address() {
        return url.replaceFirst("\\?.*", "");
    }

    @Override
    public void leave() {}
}
