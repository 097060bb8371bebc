package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.trust.profile.RevocationList.Revoked;

/** The streaming writer, the builder in memory and BouncyCastle make the same bytes. */
final class RevocationListWriterTest {
    private static final int LENGTH = Integer.getInteger("openmyna.test.length", 1);
    private static final Optional<DistributionPoint> NOWHERE = Optional.empty();

    @TempDir Path home;

    private final Random chance = new Random(5_015_126);
    private final JpkiProfile.Issuer issuer = ShamLists.issuer();

    private Path place() {
        return home.resolve("himeji.crl");
    }

    /** Around the lengths at which the header around the entries, or all of it, grows an octet. */
    @Test
    void writer_builder_and_bouncycastle_make_the_same_bytes_for_every_length() throws Exception {
        for (int count : counts()) {
            List<Revoked> entries = ShamLists.entries(count, 20, chance);
            var scope = chance.nextBoolean() ? Optional.of(ShamLists.himeji()) : NOWHERE;
            RevocationListHead head = ShamLists.head(scope);
            byte[] inMemory = ShamLists.inMemory(issuer, head, entries);
            var written = ShamLists.write(place(), issuer, head, entries);
            byte[] file = Files.readAllBytes(place());
            assertThat(file).as("%d entries", count).isEqualTo(inMemory);
            assertThat(file).isEqualTo(ShamLists.byBouncyCastle(issuer, head, entries));
            assertThat(written.file()).isEqualTo(place());
            assertThat(written.entries()).isEqualTo(count);
            assertThat(written.bytes()).isEqualTo(file.length);
            assertThat(written.sha256())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(file));
            assertThat(RevocationList.parse(file).entries()).isEqualTo(entries);
        }
    }

    private static int[] counts() {
        int[] few = IntStream.rangeClosed(0, 24).toArray();
        int[] many = {1_300, 1_400, 20_000 * LENGTH};
        int[] all = Arrays.copyOf(few, few.length + many.length);
        System.arraycopy(many, 0, all, few.length, many.length);
        return all;
    }

    @Test
    void dates_from_2050_on_are_written_and_read() throws Exception {
        Instant later = Instant.parse("2051-03-04T05:06:07Z");
        var head =
                new RevocationListHead(BigInteger.ZERO, later, later.plusSeconds(172_800), NOWHERE);
        var entries =
                List.of(
                        new Revoked(CertificateSerial.of(1), ShamLists.MIDNIGHT, hold()),
                        new Revoked(CertificateSerial.of(2), later, hold()));
        ShamLists.write(place(), issuer, head, entries);
        byte[] file = Files.readAllBytes(place());
        assertThat(file).isEqualTo(ShamLists.byBouncyCastle(issuer, head, entries));
        RevocationList list = RevocationList.parse(file);
        assertThat(list.thisUpdate()).isEqualTo(later);
        assertThat(list.entries()).isEqualTo(entries);
    }

    private static RevocationReason hold() {
        return RevocationReason.CERTIFICATE_HOLD;
    }

    @Test
    void serials_as_numbers_and_as_objects_are_the_same() throws IOException {
        long[] serials = {1, 127, 128, 255, 256, 32_767, 32_768, 1L << 32, Long.MAX_VALUE};
        RevocationListHead head = ShamLists.head(NOWHERE);
        long second = ShamLists.MIDNIGHT.getEpochSecond();
        try (var writer = RevocationListWriter.open(place(), issuer, head)) {
            for (long serial : serials) {
                writer.add(serial, second, hold());
            }
            writer.sign(ShamLists.UNSEEN);
        }
        List<Revoked> entries =
                Arrays.stream(serials)
                        .mapToObj(CertificateSerial::of)
                        .map(serial -> new Revoked(serial, ShamLists.MIDNIGHT, hold()))
                        .toList();
        assertThat(Files.readAllBytes(place()))
                .isEqualTo(ShamLists.inMemory(issuer, head, entries));
    }

    @Test
    void what_is_shown_before_signing_is_exactly_what_is_signed() throws Exception {
        List<Revoked> entries = ShamLists.entries(12_000, 5, chance);
        byte[][] seen = new byte[2][];
        try (var writer = RevocationListWriter.open(place(), issuer, ShamLists.head(NOWHERE))) {
            entries.forEach(one -> writer.add(one.serial(), one.when(), one.reason()));
            writer.sign((file, offset, length) -> {
                byte[] all = Files.readAllBytes(file);
                seen[0] = Arrays.copyOfRange(all, (int) offset, (int) (offset + length));
            });
        }
        Sham.profile(Hierarchy.TEST)
                .revocationList(
                        issuer,
                        ShamLists.head(NOWHERE),
                        entries,
                        toBeSigned -> seen[1] = toBeSigned);
        var crl =
                (X509CRL)
                        CertificateFactory.getInstance("X.509")
                                .generateCRL(Files.newInputStream(place()));
        assertThat(seen[0]).isEqualTo(crl.getTBSCertList()).isEqualTo(seen[1]);
    }

    @Test
    void who_refuses_before_signing_leaves_the_old_list_and_no_draft() throws IOException {
        Files.writeString(place(), "the old list");
        IllegalStateException refusal = new IllegalStateException("the linter refuses");
        var writer = RevocationListWriter.open(place(), issuer, ShamLists.head(NOWHERE));
        for (int serial = 1; serial < 20_000; serial++) {
            writer.add(serial, 0, hold());
        }
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        writer.sign((file, offset, length) -> {
                            throw refusal;
                        }))
                .isSameAs(refusal);
        assertOldListAlone();
        assertThatExceptionOfType(RevocationListClosed.class)
                .isThrownBy(() -> writer.sign(ShamLists.UNSEEN));
        assertThatExceptionOfType(RevocationListClosed.class)
                .isThrownBy(() -> writer.add(30_000, 0, hold()));
    }

    private void assertOldListAlone() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).containsExactly(place());
        }
        assertThat(place()).hasContent("the old list");
    }

    @Test
    void a_signature_by_another_key_never_comes_into_place() throws IOException {
        Files.writeString(place(), "the old list");
        for (ContentSignature wrong :
                List.of(
                        ContentSignature.with(Sham.strangerKey().getPrivate()),
                        content -> new byte[255],
                        content -> new byte[256])) {
            var stranger = new JpkiProfile.Issuer(issuer.certificate(), wrong);
            assertThatExceptionOfType(ContentSignatureFailed.class)
                    .isThrownBy(() ->
                            ShamLists.write(
                                    place(),
                                    stranger,
                                    ShamLists.head(NOWHERE),
                                    ShamLists.entries(3, 4, chance)));
            assertOldListAlone();
        }
    }

    @Test
    void entries_out_of_order_dates_nobody_can_say_and_foreign_points_are_refused() {
        try (var writer = RevocationListWriter.open(place(), issuer, ShamLists.head(NOWHERE))) {
            writer.add(300, 0, hold());
            for (long serial : new long[] {300, 299, 1}) {
                assertThatExceptionOfType(RevokedOutOfOrder.class)
                        .isThrownBy(() -> writer.add(serial, 0, hold()));
            }
            assertThatExceptionOfType(RevocationListNotWritable.class)
                    .isThrownBy(() -> writer.add(301, Long.MAX_VALUE, hold()));
            assertThatExceptionOfType(SerialOutOfRange.class)
                    .isThrownBy(() -> writer.add(0, 0, hold()));
            writer.add(301, 0, hold());
            assertThat(writer.sign(ShamLists.UNSEEN).entries()).isEqualTo(2);
        }
        var elsewhere = Sham.naka().distributionPoint(CaKind.USER_AUTHENTICATION, Hierarchy.TEST);
        assertThatExceptionOfType(IssuerOfAnotherKind.class)
                .isThrownBy(() ->
                        RevocationListWriter.open(
                                place(), issuer, ShamLists.head(Optional.of(elsewhere))));
    }

    @Test
    void a_head_holds_no_nonsense() {
        Instant now = ShamLists.MIDNIGHT;
        for (BigInteger number : List.of(BigInteger.ONE.negate(), BigInteger.ONE.shiftLeft(159))) {
            refused(number, now, now);
        }
        refused(BigInteger.ONE, now, now.minusSeconds(1));
        refused(BigInteger.ONE, now.plusMillis(1), now.plusSeconds(2));
        refused(BigInteger.ONE, Instant.parse("1949-12-31T23:59:59Z"), now);
        refused(BigInteger.ONE, now, Instant.parse("+10000-01-01T00:00:00Z"));
    }

    private static void refused(BigInteger number, Instant from, Instant to) {
        assertThatExceptionOfType(RevocationListNotWritable.class)
                .isThrownBy(() -> new RevocationListHead(number, from, to, Optional.empty()));
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        Path nowhere = home.resolve("nowhere").resolve("list.crl");
        assertThatExceptionOfType(RevocationListFileFailed.class)
                .isThrownBy(
                        () -> ShamLists.write(nowhere, issuer, ShamLists.head(NOWHERE), List.of()))
                .withMessageContaining("nowhere");
    }

    @ParameterizedTest
    @EnumSource(HalfWritten.Moment.class)
    void a_process_that_dies_half_way_leaves_the_old_list(HalfWritten.Moment moment)
            throws Exception {
        Files.writeString(place(), "the old list");
        Path ca = Files.write(home.resolve("ca.der"), issuer.certificate().der());
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                HalfWritten.class.getName(),
                                place().toString(),
                                moment.name(),
                                ca.toString())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(HalfWritten.KILLED);
        assertThat(place()).hasContent("the old list");
        List<Revoked> entries = ShamLists.entries(5, 4, chance);
        ShamLists.write(place(), issuer, ShamLists.head(NOWHERE), entries);
        try (RevocationListFile list = RevocationListFile.open(place())) {
            assertThat(list.size()).isEqualTo(5);
        }
    }
}
