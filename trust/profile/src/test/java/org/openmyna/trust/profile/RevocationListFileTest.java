package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.trust.profile.RevocationList.Revoked;

/** A list that stays in its file says what the list in memory says. */
final class RevocationListFileTest {
    private static final int LENGTH = Integer.getInteger("openmyna.test.length", 1);

    @TempDir Path home;

    private final Random chance = new Random(280);
    private final JpkiProfile.Issuer issuer = ShamLists.issuer();

    private Path place() {
        return home.resolve("list.crl");
    }

    private RevocationListFile written(Optional<DistributionPoint> scope, List<Revoked> entries) {
        ShamLists.write(place(), issuer, ShamLists.head(scope), entries);
        return RevocationListFile.open(place());
    }

    private static List<Revoked> all(RevocationListFile list) {
        List<Revoked> all = new ArrayList<>();
        list.forEach(all::add);
        return all;
    }

    /** 5 octets as J-LIS's serials have, 16 as random ones would, 20 as the longest. */
    @ParameterizedTest
    @ValueSource(ints = {5, 16, 20})
    void each_of_many_entries_is_found_and_nothing_else(int octets) {
        List<Revoked> entries = ShamLists.entries(30_000 * LENGTH, octets, chance);
        Map<CertificateSerial, Revoked> known = new HashMap<>();
        entries.forEach(one -> known.put(one.serial(), one));
        try (RevocationListFile list = written(Optional.empty(), entries)) {
            assertThat(list.size()).isEqualTo(entries.size());
            assertThat(all(list)).isEqualTo(entries);
            for (Revoked one : entries) {
                assertThat(list.find(one.serial())).contains(one);
                var next = new CertificateSerial(one.serial().value().add(BigInteger.ONE));
                assertThat(list.find(next)).isEqualTo(Optional.ofNullable(known.get(next)));
            }
        }
    }

    @Test
    void a_hundred_thousand_entries_come_back_as_they_were_written() throws IOException {
        List<Revoked> entries = ShamLists.entries(100_000, 5, chance);
        try (RevocationListFile list = written(Optional.empty(), entries)) {
            int[] next = new int[1];
            list.forEach(one -> {
                if (!one.equals(entries.get(next[0]++))) {
                    throw new AssertionError("entry " + next[0]);
                }
            });
            assertThat(next[0]).isEqualTo(100_000);
            assertThat(list.isIssuedBy(issuer.certificate())).isTrue();
        }
    }

    @Test
    void it_knows_whose_it_is_which_place_it_is_about_and_when() {
        var login = Sham.ca(CaKind.USER_AUTHENTICATION, Hierarchy.TEST).certificate();
        JpkiCertificate inHimeji = Sham.signature(Hierarchy.TEST, Sham.ichiro());
        try (RevocationListFile list = written(Optional.of(ShamLists.himeji()), List.of())) {
            RevocationListHead head = ShamLists.head(Optional.of(ShamLists.himeji()));
            assertThat(list.number()).isEqualTo(head.number());
            assertThat(list.thisUpdate()).isEqualTo(head.thisUpdate());
            assertThat(list.nextUpdate()).isEqualTo(head.nextUpdate());
            assertThat(list.scope()).isEqualTo(head.scope());
            assertThat(list.kind()).isEqualTo(CaKind.SIGNATURE);
            assertThat(list.hierarchy()).isEqualTo(Hierarchy.TEST);
            assertThat(list.authorityKeyId()).isEqualTo(issuer.certificate().subjectKeyId());
            assertThat(list.file()).isEqualTo(place());
            assertThat(list.size()).isZero();
            assertThat(list.find(CertificateSerial.of(1))).isEmpty();
            assertThat(list.isIssuedBy(issuer.certificate())).isTrue();
            assertThat(list.isIssuedBy(login)).isFalse();
            assertThat(list.covers(inHimeji)).isTrue();
            assertThat(list.covers(Sham.userAuthentication(Hierarchy.TEST))).isFalse();
        }
        var naka = Sham.naka().distributionPoint(CaKind.SIGNATURE, Hierarchy.TEST);
        try (RevocationListFile list = written(Optional.of(naka), List.of())) {
            assertThat(list.covers(inHimeji)).isFalse();
        }
        try (RevocationListFile list = written(Optional.empty(), List.of())) {
            assertThat(list.covers(inHimeji)).isTrue();
        }
    }

    @Test
    void a_list_of_others_in_no_order_is_read_and_searched_all_the_same() throws Exception {
        List<Revoked> entries = ShamLists.entries(5_000, 20, chance);
        List<Revoked> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, chance);
        RevocationListHead head = ShamLists.head(Optional.empty());
        Files.write(place(), ShamLists.byBouncyCastle(issuer, head, shuffled));
        try (RevocationListFile list = RevocationListFile.open(place())) {
            assertThat(all(list)).isEqualTo(entries);
            for (Revoked one : entries) {
                assertThat(list.find(one.serial())).contains(one);
            }
            assertThat(list.find(new CertificateSerial(BigInteger.ONE.shiftLeft(158)))).isEmpty();
        }
        shuffled.add(entries.getFirst());
        Files.write(place(), ShamLists.byBouncyCastle(issuer, head, shuffled));
        assertThatExceptionOfType(RevocationListMalformed.class)
                .isThrownBy(() -> RevocationListFile.open(place()))
                .withMessageContaining("twice");
    }

    /** Files above 1 GB are mapped in several pieces; here the pieces are small. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 9, 13})
    void no_seam_between_two_pieces_of_a_file_is_seen(int shift) {
        List<Revoked> entries = ShamLists.entries(1_000, 20, chance);
        byte[] der = ShamLists.inMemory(issuer, ShamLists.head(Optional.empty()), entries);
        ListReading list = ListReading.of(ListBytes.of(der, shift));
        List<Revoked> all = new ArrayList<>();
        list.entries().forEach(all::add);
        assertThat(all).isEqualTo(entries);
        for (Revoked one : entries) {
            assertThat(list.entries().find(one.serial())).contains(one);
        }
        assertThat(list.isIssuedBy(issuer.certificate())).isTrue();
    }

    @Test
    void an_open_list_goes_on_when_another_takes_its_place() {
        List<Revoked> before = ShamLists.entries(1_000, 4, chance);
        try (RevocationListFile list = written(Optional.empty(), before)) {
            ShamLists.write(
                    place(),
                    issuer,
                    ShamLists.head(Optional.empty()),
                    ShamLists.entries(10, 4, chance));
            assertThat(all(list)).isEqualTo(before);
        }
    }

    @Test
    void a_closed_list_and_a_file_that_is_not_there_are_named() {
        RevocationListFile list = written(Optional.empty(), List.of());
        list.close();
        assertThatExceptionOfType(RevocationListClosed.class)
                .isThrownBy(() -> list.find(CertificateSerial.of(1)));
        assertThatExceptionOfType(RevocationListFileFailed.class)
                .isThrownBy(() -> RevocationListFile.open(home.resolve("none.crl")));
    }

    @Test
    void whatever_is_changed_in_a_file_its_issuer_did_not_sign_it() throws IOException {
        byte[] original =
                ShamLists.inMemory(
                        issuer,
                        ShamLists.head(Optional.of(ShamLists.himeji())),
                        ShamLists.entries(20, 5, chance));
        for (int at = 0; at < original.length; at++) {
            byte[] changed = original.clone();
            changed[at] ^= (byte) (1 << chance.nextInt(8));
            Files.write(place(), changed);
            try (RevocationListFile list = RevocationListFile.open(place())) {
                assertThat(list.isIssuedBy(issuer.certificate())).as("byte %d", at).isFalse();
            } catch (RevocationListMalformed refused) {
                assertThat(refused.details()).containsKey("reason");
            }
        }
    }
}
