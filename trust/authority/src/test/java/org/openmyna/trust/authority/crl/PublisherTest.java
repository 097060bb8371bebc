package org.openmyna.trust.authority.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.authority.answers.SmallAuthority;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationList.Revoked;
import org.openmyna.trust.profile.RevocationReason;

final class PublisherTest {
    private static final String HIMEJI = "Hyogo-ken/Himeji-shi";
    private static final String NAHA = "Okinawa-ken/Naha-shi";

    @TempDir Path home;

    private SmallAuthority authority;
    private Generation signature;
    private RevocationListPublisher publisher;

    @BeforeEach
    void establish() throws SQLException {
        authority = new SmallAuthority();
        signature = authority.generation(CaKind.SIGNATURE, 1);
        publisher = publisher();
    }

    @AfterEach
    void close() {
        authority.close();
    }

    private RevocationListPublisher publisher() {
        return new RevocationListPublisher(
                authority.database(),
                authority.generations(),
                authority.vault(),
                authority.log(),
                new ListSettings(Duration.ofHours(48), Duration.ofDays(3)),
                home.resolve("lists"),
                authority.clock());
    }

    private PublishedList publishFull() {
        return publisher.publish(signature.id(), Optional.empty());
    }

    private static RevocationList read(PublishedList list) throws Exception {
        return RevocationList.parse(Files.readAllBytes(list.file()));
    }

    private RevocationList served(String name) throws Exception {
        return RevocationList.parse(Files.readAllBytes(publisher.file(name).orElseThrow()));
    }

    @Test
    void a_list_tells_who_is_revoked_and_why_and_nothing_of_the_others() throws Exception {
        CertificateSerial good = authority.active(signature, HIMEJI);
        CertificateSerial gone = authority.active(signature, HIMEJI);
        CertificateSerial thrownAway = authority.active(signature, NAHA);
        authority.revoke(thrownAway, RevocationReason.UNSPECIFIED);
        authority.revoke(gone, RevocationReason.AFFILIATION_CHANGED);

        PublishedList made = publishFull();
        RevocationList list = read(made);

        assertThat(list.entries())
                .containsExactly(
                        new Revoked(
                                gone,
                                Instant.parse("2026-11-23T01:30:15Z"),
                                RevocationReason.AFFILIATION_CHANGED),
                        new Revoked(
                                thrownAway,
                                Instant.parse("2026-11-23T01:30:15Z"),
                                RevocationReason.UNSPECIFIED));
        assertThat(list.find(good)).isEmpty();
        assertThat(list.isIssuedBy(signature.certificate())).isTrue();
        assertThat(list.nextUpdate()).isEqualTo(list.thisUpdate().plus(Duration.ofHours(48)));
        assertThat(made.entries()).isEqualTo(2);
        assertThat(made.position()).isEqualTo(8);
        byte[] file = Files.readAllBytes(made.file());
        assertThat(made.bytes()).isEqualTo(file.length);
        assertThat(made.sha256()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(file));
    }

    @Test
    void each_point_has_a_list_of_its_own_if_only_an_empty_one() throws Exception {
        CertificateSerial gone = authority.active(signature, NAHA);
        authority.active(signature, HIMEJI);
        authority.revoke(gone, RevocationReason.SUPERSEDED);

        List<PublishedList> made = publisher.publishAll();

        assertThat(made).extracting(PublishedList::point).containsExactly("*", HIMEJI, NAHA);
        assertThat(made).extracting(PublishedList::entries).containsExactly(1, 0, 1);
        assertThat(made).extracting(PublishedList::number).containsOnly(1L);
        RevocationList naha = served("signature-1-Okinawa-ken_Naha-shi.crl");
        assertThat(naha.scope()).contains(SmallAuthority.naha(CaKind.SIGNATURE));
        assertThat(naha.find(gone)).isPresent();
        assertThat(served("signature-1-Hyogo-ken_Himeji-shi.crl").size()).isZero();
        assertThat(served("signature-1-full.crl").size()).isEqualTo(1);
    }

    @Test
    void one_point_alone_can_be_published_and_only_of_its_own_ca() throws Exception {
        CertificateSerial gone = authority.active(signature, NAHA);
        authority.revoke(gone, RevocationReason.SUPERSEDED);
        PublishedList made =
                publisher.publish(
                        signature.id(), Optional.of(SmallAuthority.naha(CaKind.SIGNATURE)));
        assertThat(read(made).find(gone)).isPresent();
        var other = SmallAuthority.naha(CaKind.USER_AUTHENTICATION);
        assertThatThrownBy(() -> publisher.publish(signature.id(), Optional.of(other)))
                .isInstanceOf(PointOfAnotherCa.class)
                .hasMessageContaining("MYNA-CRL-006");
        assertThatThrownBy(() -> publisher.publish((short) 1009, Optional.empty()))
                .isInstanceOf(GenerationSignsNoLists.class)
                .hasMessageContaining("MYNA-CRL-003");
    }

    @Test
    void a_clock_that_steps_back_makes_no_list_older_than_the_last() throws Exception {
        PublishedList before = publishFull();
        authority.itIs("2026-11-01T00:00:00Z");
        PublishedList after = publishFull();
        assertThat(after.number()).isEqualTo(before.number() + 1);
        assertThat(after.thisUpdate()).isEqualTo(before.thisUpdate());
    }

    @Test
    void a_list_is_not_older_than_its_entries() throws Exception {
        authority.itIs("2026-11-24T00:00:00Z");
        CertificateSerial gone = authority.active(signature, NAHA);
        authority.revoke(gone, RevocationReason.SUPERSEDED);
        authority.itIs("2026-11-23T12:00:00Z");
        assertThat(publishFull().thisUpdate()).isEqualTo("2026-11-24T00:00:00Z");
    }

    @Test
    void regular_lists_come_when_a_day_begins_in_japan_and_once_for_many_days() throws Exception {
        assertThat(publisher.publishRegular()).hasSize(1);
        assertThat(publisher.publishRegular()).isEmpty();
        authority.itIs("2026-11-23T14:59:59Z");
        assertThat(publisher.publishRegular()).isEmpty();
        authority.itIs("2026-11-23T15:00:00Z");
        assertThat(publisher.publishRegular())
                .singleElement()
                .extracting(PublishedList::thisUpdate)
                .isEqualTo(Instant.parse("2026-11-23T15:00:00Z"));
        authority.itIs("2029-03-05T04:00:00Z");
        assertThat(publisher.publishRegular())
                .singleElement()
                .extracting(PublishedList::thisUpdate)
                .isEqualTo(Instant.parse("2029-03-04T15:00:00Z"));
        assertThat(publisher.publishRegular()).isEmpty();
    }

    @Test
    void after_the_clock_was_put_back_regular_lists_go_on() throws Exception {
        authority.itIs("2029-03-05T04:00:00Z");
        publisher.publishRegular();
        authority.itIs("2026-11-23T04:00:00Z");
        assertThat(publisher.publishRegular())
                .singleElement()
                .extracting(PublishedList::thisUpdate)
                .isEqualTo(Instant.parse("2029-03-04T15:00:00Z"));
        assertThat(publisher.publishRegular()).isEmpty();
    }

    @Test
    void an_ended_certificate_is_told_in_one_more_regular_list() throws Exception {
        CertificateSerial gone =
                authority.active(signature, NAHA, Instant.parse("2026-11-24T14:59:59Z"));
        authority.revoke(gone, RevocationReason.SUPERSEDED);
        publisher.publishRegular();
        authority.itIs("2026-11-24T15:30:00Z");
        // on demand: those who fetch once a day do not see it
        assertThat(read(publishFull()).find(gone)).isPresent();
        assertThat(read(publisher.publishRegular().getFirst()).find(gone)).isPresent();
        authority.itIs("2026-11-25T15:00:00Z");
        assertThat(read(publishFull()).find(gone)).isEmpty();
        for (PublishedList list : publisher.publishRegular()) {
            assertThat(read(list).find(gone)).isEmpty();
        }
    }

    @Test
    void a_generation_whose_time_is_over_signs_nothing() throws Exception {
        publisher.publishRegular();
        authority.itIs("2037-01-01T00:00:00Z");
        assertThat(publisher.publishRegular()).isEmpty();
        assertThat(publisher.publishAll()).isEmpty();
        assertThatThrownBy(this::publishFull).isInstanceOf(GenerationSignsNoLists.class);
    }

    @Test
    void two_programs_at_once_never_give_a_number_twice() throws Exception {
        CertificateSerial gone = authority.active(signature, NAHA);
        authority.revoke(gone, RevocationReason.SUPERSEDED);
        RevocationListPublisher other = publisher();
        Callable<Long> one = () -> publishFull().number();
        Callable<Long> another = () -> other.publish(signature.id(), Optional.empty()).number();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Long> numbers =
                    threads.invokeAll(List.of(one, another, one, another, one, another)).stream()
                            .map(Future::resultNow)
                            .sorted()
                            .toList();
            assertThat(numbers).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        }
        assertThat(served("signature-1-full.crl").number()).isEqualTo(6);
    }

    @Test
    void old_numbers_stay_a_while_and_the_newest_for_ever() throws Exception {
        PublishedList first = publishFull();
        authority.itIs("2026-11-26T00:00:00Z");
        PublishedList second = publishFull();
        assertThat(publisher.file("signature-1-full-1.crl")).contains(first.file());
        authority.itIs("2028-01-01T00:00:00Z");
        CertificateSerial gone = authority.active(signature, NAHA);
        authority.revoke(gone, RevocationReason.SUPERSEDED);
        publisher.publish(signature.id(), Optional.of(SmallAuthority.naha(CaKind.SIGNATURE)));
        assertThat(first.file()).doesNotExist();
        assertThat(second.file()).exists();
        assertThat(served("signature-1-full.crl").number()).isEqualTo(2);
    }

    @Test
    void a_name_whose_move_was_cut_off_is_moved_by_the_next_publication() throws Exception {
        publishFull();
        Path first = publisher.file("signature-1-full-1.crl").orElseThrow();
        publishFull();
        new ListFolder(home.resolve("lists")).serve("signature-1-full.crl", first);
        assertThat(served("signature-1-full.crl").number()).isEqualTo(1);
        CertificateSerial gone = authority.active(signature, NAHA);
        authority.revoke(gone, RevocationReason.SUPERSEDED);
        publisher.publish(signature.id(), Optional.of(SmallAuthority.naha(CaKind.SIGNATURE)));
        assertThat(served("signature-1-full.crl").number()).isEqualTo(2);
    }

    @Test
    void the_index_tells_what_the_files_hold() throws Exception {
        authority.active(signature, HIMEJI);
        publisher.publishAll();
        PublishedList full = publishFull();
        PublishedIndex index = publisher.index();
        assertThat(index.lists()).extracting(PublishedList::number).containsExactly(2L, 1L);
        assertThat(index.named("signature-1-full.crl")).contains(full);
        String json = Files.readString(publisher.file(PublishedIndex.NAME).orElseThrow());
        assertThat(json).isEqualTo(index.json());
        assertThat(json)
                .contains(
                        "\"name\": \"signature-1-full.crl\"",
                        "\"file\": \"signature-1-full-2.crl\"",
                        "\"number\": 2",
                        "\"thisUpdate\": \"2026-11-23T01:30:15Z\"",
                        HexFormat.of().formatHex(full.sha256()));
        assertThat(full.age(full.thisUpdate().plusSeconds(9))).isEqualTo(Duration.ofSeconds(9));
        assertThat(full.isOverdue(full.nextUpdate())).isTrue();
    }

    @Test
    void nothing_outside_the_folder_has_a_name() throws Exception {
        publishFull();
        Files.writeString(home.resolve("secret.crl"), "TEST", StandardCharsets.UTF_8);
        for (String name : List.of("../secret.crl", "", ".", "/etc/hosts", "x.crl", "a\0.crl")) {
            assertThat(publisher.file(name)).isEmpty();
        }
    }
}
