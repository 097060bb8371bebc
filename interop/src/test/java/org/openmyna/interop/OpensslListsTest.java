package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.interop.OutsideProgram.OPENSSL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.interop.Subject.State;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.CaKind;

/**
 * {@code openssl crl} and {@code openssl verify} read the lists that a running server gives out.
 */
class OpensslListsTest {
    @RegisterExtension final AtTheServer server = new AtTheServer();
    @TempDir Path directory;

    @Test
    void every_list_is_signed_by_its_own_key_and_by_no_other_of_the_same_name() throws Exception {
        for (CaKind kind : CaKind.values()) {
            List<Generation> both = server.served().authorities().generations().of(kind);
            for (Generation signer : both) {
                for (String name : listsOf(signer)) {
                    crl(name, "-CAfile", ca(signer)).succeeds().says("verify OK");
                    Generation other = both.get(signer.number() == 1 ? 1 : 0);
                    // it exits with 0 all the same
                    crl(name, "-CAfile", ca(other)).says("verify failure");
                }
            }
        }
    }

    @Test
    void a_list_prints_the_reason_and_the_date_of_each_revocation() throws Exception {
        Subject held = server.served().one(CaKind.SIGNATURE, 1, State.HELD);
        for (String name : List.of(held.fullList(), held.shard())) {
            crl(name, "-text")
                    .succeeds()
                    .saysInOrder(
                            "Last Update: Jun  3 03:00:00 2024 GMT",
                            "Next Update: Jun  5 03:00:00 2024 GMT",
                            "X509v3 Issuing Distribution Point: critical",
                            "Only User Certificates")
                    .saysInOrder(
                            "Serial Number: " + even(held.serial().toString()),
                            "Revocation Date: Apr  3 02:00:00 2023 GMT",
                            "Certificate Hold");
        }
    }

    @Test
    void certificates_of_both_generations_are_judged_by_full_lists() throws Exception {
        for (CaKind kind : CaKind.values()) judge(kind, "full");
    }

    @Test
    void certificates_of_both_generations_are_judged_by_the_lists_of_municipalities()
            throws Exception {
        for (CaKind kind : CaKind.values()) judge(kind, "-ken");
    }

    /** All certificates of a CA in one run, with all its lists of one form. */
    private void judge(CaKind kind, String form) throws IOException {
        StringBuilder lists = new StringBuilder();
        server.served()
                .lists()
                .forEach((name, der) -> {
                    if (name.contains("full") == form.equals("full")) {
                        lists.append(Pem.revocationList(der));
                    }
                });
        List<Subject> all =
                server.served().people().stream()
                        .filter(each -> each.generation().ca() == kind)
                        .toList();
        Run told =
                verify(
                        kind,
                        ServedAuthority.checkedAt(),
                        all,
                        "-crl_check",
                        "-CRLfile",
                        write("lists.pem", lists.toString()));
        for (Subject each : all) {
            String file = file(each).toString();
            if (each.state().acceptedByList) {
                told.says(file + ": OK");
            } else {
                told.says("error " + file + ": verification failed");
            }
        }
    }

    @Test
    void openssl_says_why() throws Exception {
        assertWhy(State.HELD, "certificate revoked");
        assertWhy(State.EXPIRED, "certificate has expired");
        assertWhy(State.TAMPERED, "certificate signature failure");
        assertWhy(State.OF_ANOTHER_CA, "unable to get local issuer certificate");
    }

    private void assertWhy(State state, String reason) throws IOException {
        Subject one = server.served().one(CaKind.USER_AUTHENTICATION, 1, state);
        verify(
                        CaKind.USER_AUTHENTICATION,
                        ServedAuthority.checkedAt(),
                        List.of(one),
                        "-crl_check",
                        "-CRLfile",
                        list(one.fullList()))
                .fails()
                .says(reason);
    }

    @Test
    void a_list_of_the_other_generation_or_of_another_place_or_of_another_day_does_not_serve()
            throws Exception {
        Subject good = server.served().one(CaKind.SIGNATURE, 1, State.GOOD);
        Instant now = ServedAuthority.checkedAt();
        String otherKey = good.fullList().replace("-1-", "-2-");
        judged(good, now, otherKey).fails().says("unable to get certificate CRL");
        String otherPlace =
                listsOf(good.generation()).stream()
                        .filter(name -> !name.contains("full") && !name.equals(good.shard()))
                        .findFirst()
                        .orElseThrow();
        judged(good, now, otherPlace).fails().says("scope");
        judged(good, now.plus(Duration.ofDays(3)), good.fullList()).fails().says("CRL has expired");
        judged(good, now.minus(Duration.ofDays(3)), good.fullList())
                .fails()
                .says("CRL is not yet valid");
        judged(good, now, good.shard()).succeeds();
    }

    private Run judged(Subject one, Instant when, String list) throws IOException {
        return verify(
                one.generation().ca(), when, List.of(one), "-crl_check", "-CRLfile", list(list));
    }

    private List<String> listsOf(Generation generation) {
        String ca = generation.ca() == CaKind.SIGNATURE ? "signature" : "authentication";
        List<String> names =
                server.served().lists().keySet().stream()
                        .filter(name -> name.startsWith(ca + "-" + generation.number() + "-"))
                        .toList();
        assertThat(names).as("a full list, and one for each of three places").hasSize(4);
        return names;
    }

    private Run crl(String list, Object... more) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("crl", "-noout", "-in", list(list)));
        arguments.addAll(List.of(more));
        return OPENSSL.run(arguments.toArray());
    }

    private Run verify(CaKind kind, Instant when, List<Subject> subjects, Object... more)
            throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("verify", "-x509_strict"));
        arguments.addAll(List.of("-CAfile", write("trust.pem", server.served().trust(kind))));
        arguments.addAll(List.of("-attime", when.getEpochSecond()));
        arguments.addAll(List.of(more));
        for (Subject each : subjects) arguments.add(write(file(each), each.pem()));
        return OPENSSL.run(arguments.toArray());
    }

    private Path file(Subject subject) {
        return directory.resolve("certificate-%02d.pem".formatted(subject.number()));
    }

    private Path ca(Generation generation) throws IOException {
        return write("ca.pem", Pem.certificate(generation.certificate().der()));
    }

    private Path list(String name) throws IOException {
        return write("list.pem", Pem.revocationList(server.served().list(name)));
    }

    private Path write(String name, String text) throws IOException {
        return write(directory.resolve(name), text);
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }

    private static String even(String hex) {
        return hex.length() % 2 == 0 ? hex : "0" + hex;
    }
}
