package org.openmyna.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openmyna.server.OpenMynaServer;
import org.openmyna.server.RunningServer;
import org.openmyna.server.ServerRole;
import org.openmyna.server.ServerSettings;
import org.openmyna.trust.authority.ocsp.OcspMode;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.OcspRequest;

/** A real server with certificates in it, and requests about them. Gone afterwards. */
final class Ocsp implements AutoCloseable {
    private static final int CERTIFICATES = 500;
    private static final int REQUEST_BYTES = 71;

    private final Path folder;
    private final RunningServer server;
    private final List<byte[]> requests = new ArrayList<>();
    private final List<byte[]> gets = new ArrayList<>();

    Ocsp(OcspMode mode) throws IOException {
        folder = Files.createTempDirectory("openmyna-bench");
        server =
                OpenMynaServer.start(
                        ServerSettings.in(folder)
                                .withPort(0)
                                .withRoles(ServerRole.AUTHORITY_ALONE)
                                .with(mode)
                                .withFixedBodies());
        var town = new SpecimenPeople();
        var ca = server.authorities().established(CaKind.USER_AUTHENTICATION);
        for (int n = 0; n < CERTIFICATES; n++) {
            JpkiCertificate certificate = ca.issueActive(town.reservation(n), town.application(n));
            CertId id = CertId.of(HashAlgorithm.SHA_1, ca.certificate(), certificate.serial());
            byte[] request = OcspRequest.of(List.of(id)).der();
            requests.add(post("/ocsp", request));
            gets.add(get("/ocsp/" + inPath(request)));
        }
        server.authorities().log().catchUp();
        server.authorities().follower().follow();
    }

    Path folder() {
        return folder;
    }

    InetSocketAddress address() {
        URI address = server.address();
        return new InetSocketAddress("127.0.0.1", address.getPort());
    }

    /** A POST for each certificate. */
    List<byte[]> requests() {
        return requests;
    }

    /** A GET for each certificate (RFC 5019 5). */
    List<byte[]> gets() {
        return gets;
    }

    private static String inPath(byte[] request) {
        return URLEncoder.encode(
                Base64.getEncoder().encodeToString(request), StandardCharsets.US_ASCII);
    }

    private byte[] get(String path) {
        return ("GET "
                        + path
                        + " HTTP/1.1\r\nHost: localhost:"
                        + server.address().getPort()
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The same request for a body that only lies there. */
    List<byte[]> fixed(int bytes) {
        return List.of(post("/bench/fixed/" + bytes, new byte[REQUEST_BYTES]));
    }

    private byte[] post(String path, byte[] body) {
        byte[] head =
                ("POST "
                                + path
                                + " HTTP/1.1\r\nHost: localhost:"
                                + server.address().getPort()
                                + "\r\nContent-Type: application/ocsp-request\r\nContent-Length: "
                                + body.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
