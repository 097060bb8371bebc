package org.openmyna.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.RequestId;
import org.openmyna.trust.authority.Reservation;
import org.openmyna.trust.authority.SignatureCertificateApplication;
import org.openmyna.trust.authority.UserAuthenticationCertificateApplication;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.ContentSignature;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/** A server on a database of its own, and what tests do with it. */
final class TestCountry implements AutoCloseable {
    static final LocalDate CARD_LAST_DAY = LocalDate.of(2036, 6, 7);
    static final String BIRTH_DATE = "1985-06-07";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static @Nullable TestCountry shared;

    final Path folder;
    final String databaseUrl;
    final RunningServer server;

    private TestCountry(
            Path folder, String databaseUrl, ServerSettings settings, List<Part> parts) {
        this.folder = folder;
        this.databaseUrl = databaseUrl;
        this.server = new Start(settings, parts).run();
    }

    /** Changes what the settings of a test usually are. */
    interface Wish {
        ServerSettings on(ServerSettings settings);
    }

    /** The authority alone. */
    static TestCountry with(Wish wish) {
        return with(Part.ALL, usual -> wish.on(usual.withRoles(ServerRole.AUTHORITY_ALONE)));
    }

    /** One where these organisations live. */
    static TestCountry with(List<Part> parts, Wish wish) {
        Path folder = newFolder();
        String url = TemporaryDatabase.freshUrl();
        ServerSettings usual = ServerSettings.in(folder).withPort(0).withDatabase(url);
        return new TestCountry(folder, url, wish.on(usual), parts);
    }

    /** One that many tests look at; ends after the last of them. */
    static synchronized TestCountry shared() {
        TestCountry country = shared;
        if (country == null) {
            country =
                    with(
                            Part.ALL,
                            settings ->
                                    settings.withTlsPort(0).withFixedBodies().withResidents(25));
            shared = country;
        }
        return country;
    }

    static synchronized void endShared() {
        if (shared != null) shared.close();
        shared = null;
    }

    static Path newFolder() {
        try {
            return Files.createTempDirectory("openmyna-server");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class Holder {
        static final KeyPair KEY = pair();
        static final CertificationRequest REQUEST =
                CertificationRequest.make(
                        (RSAPublicKey) KEY.getPublic(), ContentSignature.with(KEY.getPrivate()));
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Of all certificates that are issued here. */
    static KeyPair key() {
        return Holder.KEY;
    }

    static CertificationRequest request() {
        return Holder.REQUEST;
    }

    static IssuingOffice himeji() {
        return IssuingOffice.known(MunicipalityCode.withCheckDigit("28201")).orElseThrow();
    }

    /** What all login certificates that are issued here were applied for with. */
    static UserAuthenticationCertificateApplication application() {
        return UserAuthenticationCertificateApplication.first(
                request(), himeji(), JapaneseDate.of(LocalDate.parse(BIRTH_DATE)), CARD_LAST_DAY);
    }

    CertificationAuthority authority() {
        return server.authorities().authority(CaKind.USER_AUTHENTICATION);
    }

    /** A good login certificate of somebody who was never here before; the index knows it. */
    JpkiCertificate issued() {
        return issuedTo("test-" + UUID.randomUUID());
    }

    /** The same for somebody who may have had one before, which this one replaces. */
    JpkiCertificate issuedTo(String holder) {
        JpkiCertificate certificate =
                authority()
                        .issueActive(
                                Reservation.onCard(
                                                new RequestId("test-" + UUID.randomUUID()),
                                                new HolderId(holder),
                                                himeji())
                                        .replacing(RevocationReason.SUPERSEDED),
                                application());
        authority().statusOf(certificate.serial());
        return certificate;
    }

    /** A signature certificate in force. */
    void signatureIssuedTo(String holder, FourItems items) {
        server.authorities()
                .authority(CaKind.SIGNATURE)
                .issueActive(
                        Reservation.onCard(
                                new RequestId("test-" + UUID.randomUUID()),
                                new HolderId(holder),
                                himeji()),
                        SignatureCertificateApplication.first(
                                request(), items, himeji(), CARD_LAST_DAY));
    }

    URI at(String path) {
        return URI.create(server.address() + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) request.headers(headers);
        return send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> getBytes(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) request.headers(headers);
        return send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> post(String path, String type, byte[] body) {
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> method(String method, String path) {
        return send(
                HttpRequest.newBuilder(at(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return send(HTTP, request, handler);
    }

    static <T> HttpResponse<T> send(
            HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Changes one row, behind the server's back. */
    void change(String sql, String... values) {
        try (Connection connection = DriverManager.getConnection(databaseUrl);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) statement.setString(n + 1, values[n]);
            int rows = statement.executeUpdate();
            if (rows != 1) throw new IllegalStateException(rows + " rows: " + sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    Path pem(String name, byte[] der) {
        String pem =
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END CERTIFICATE-----\n";
        return file(name, pem.getBytes(StandardCharsets.US_ASCII));
    }

    Path file(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
