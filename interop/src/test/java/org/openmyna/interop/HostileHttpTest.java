package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmyna.interop.Subject.State;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.OcspRequest;

/** Bytes that no honest client sends, to the port of a running server. */
class HostileHttpTest {
    private static final int PATHS = 300 * Integer.getInteger("openmyna.test.length", 1);

    /** Would be answered with 200 if it were taken for a request of its own. */
    private static final String SMUGGLED = "GET /cps HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static final String POST =
            "POST /ocsp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ocsp-request\r\n";

    @RegisterExtension final AtTheServer server = new AtTheServer();

    static List<String> requestsWithTwoReadings() {
        return List.of(
                POST
                        + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                        + SMUGGLED,
                POST
                        + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"
                        + SMUGGLED,
                POST + "Content-Length: 0\r\nContent-Length: 55\r\n\r\n" + SMUGGLED,
                POST + "Content-Length: 0, 55\r\n\r\n" + SMUGGLED,
                POST + "Content-Length: -1\r\n\r\n" + SMUGGLED,
                POST + "Content-Length: +0\r\n\r\n" + SMUGGLED,
                POST + "Content-Length: 99999999999999999999\r\n\r\n" + SMUGGLED,
                POST + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + SMUGGLED,
                POST + "Transfer-Encoding: xchunked\r\n\r\n" + SMUGGLED,
                POST + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n" + SMUGGLED,
                POST + "Transfer-Encoding: chunked\r\n\r\n-1\r\n" + SMUGGLED,
                "GET /cps HTTP/1.1\r\nHost: localhost\r\nHost: bank.example\r\n\r\n" + SMUGGLED,
                "GET /cps HTTP/1.1\r\nHost: localhost, bank.example\r\n\r\n" + SMUGGLED,
                "GET /cps HTTP/1.1\r\nHost : localhost\r\n\r\n" + SMUGGLED,
                "GET /cps HTTP/1.1\r\nHost: local\0host\r\n\r\n" + SMUGGLED,
                "GET /cps HTTP/1.1\r\n Host: localhost\r\n\r\n" + SMUGGLED,
                "GET /cps HTTP/7.7\r\nHost: localhost\r\n\r\n" + SMUGGLED,
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + SMUGGLED);
    }

    /** RFC 9112 6.3: refused, and what follows on the same connection is not read as a request. */
    @ParameterizedTest
    @MethodSource("requestsWithTwoReadings")
    void a_request_that_can_be_read_in_two_ways_is_refused_and_ends_its_connection(String bytes)
            throws IOException {
        String answer = raw(bytes);
        assertThat(answer).doesNotContain("HTTP/1.1 200");
        if (!answer.isEmpty()) {
            assertThat(answer).matches("(?s)HTTP/1[.][01] [45].*");
            assertThat(answer.split("HTTP/1[.][01] ", -1)).as("one answer").hasSize(2);
        }
        stillAnswers();
    }

    @Test
    void a_request_for_another_host_than_it_names_is_refused() throws IOException {
        String question = "GET http://bank.example/cps HTTP/1.1\r\nHost: %s\r\n\r\n";
        assertThat(raw(question.formatted("localhost"))).startsWith("HTTP/1.1 400");
        assertThat(raw(question.formatted("bank.example"))).startsWith("HTTP/1.1 421");
    }

    /** Percent signs, slashes, pluses and padding where they do not belong. */
    @Test
    void any_path_of_a_get_is_answered_by_ocsp_or_refused() throws IOException {
        Random chance = new Random(5019);
        String alphabet = "%2fF+=/.;?#\\ MEQz\u00e9\t";
        String honest =
                Base64.getEncoder()
                        .encodeToString(question())
                        .replace("/", "%2F")
                        .replace("+", "%2B")
                        .replace("=", "%3D");
        for (int n = 0; n < PATHS; n++) {
            StringBuilder path = new StringBuilder(honest);
            for (int change = chance.nextInt(4); change >= 0; change--) {
                char other = alphabet.charAt(chance.nextInt(alphabet.length()));
                int at = chance.nextInt(path.length());
                if (chance.nextBoolean()) path.setCharAt(at, other);
                else path.insert(at, other);
            }
            String answer =
                    raw(
                            "GET /ocsp/"
                                    + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(path.toString())
                    .satisfiesAnyOf(
                            each -> assertThat(each).startsWith("HTTP/1.1 4"),
                            each ->
                                    assertThat(each)
                                            .startsWith("HTTP/1.1 200")
                                            .containsIgnoringCase("application/ocsp-response"));
        }
        stillAnswers();
    }

    @Test
    void connections_that_are_torn_in_the_middle_of_a_question_or_an_answer_hurt_nobody()
            throws IOException {
        byte[] question = question();
        String head = POST + "Content-Length: " + question.length + "\r\n\r\n";
        for (int n = 0; n < 100; n++) {
            try (Socket socket = connected()) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().write(question, 0, question.length - n % 2);
                socket.getOutputStream().flush();
            }
        }
        stillAnswers();
    }

    private void stillAnswers() {
        assertThat(server.served().post("/ocsp", question()).length).isGreaterThan(500);
    }

    private byte[] question() {
        Subject good = server.served().one(CaKind.USER_AUTHENTICATION, 2, State.GOOD);
        return OcspRequest.of(
                        List.of(
                                CertId.of(
                                        HashAlgorithm.SHA_1,
                                        good.generation().certificate(),
                                        good.serial())))
                .der();
    }

    private Socket connected() throws IOException {
        return new Socket("127.0.0.1", server.served().at("/").getPort());
    }

    /** Everything until the server ends the connection, or is silent for a while. */
    private String raw(String bytes) throws IOException {
        StringBuilder answer = new StringBuilder();
        try (Socket socket = connected()) {
            socket.setSoTimeout(1_500);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8_192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                answer.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketTimeoutException silent) {
            // the server waits for more: what it said is all
        } catch (java.net.SocketException reset) {
            // it ended the connection with our bytes unread
        }
        return answer.toString();
    }
}
