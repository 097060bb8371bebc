package org.openmyna.trust.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.trust.lint.Asn.*;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Revocation lists, in memory and in files. */
class RevocationListLintTest {
    private static final Instant THIS = Instant.parse("2026-11-23T15:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-11-25T15:00:00Z");
    private static final Instant DAY = Instant.parse("2026-11-01T01:02:03Z");

    /** A clean list in parts. */
    private static final class ListDraft {
        final Draft ca = Draft.signature();
        byte[] version = integer(1);
        byte[] algorithm = ca.algorithm;
        byte[] issuer = ca.issuer();
        byte[] thisUpdate = utc(THIS);
        byte[] nextUpdate = utc(NEXT);
        List<byte[]> entries =
                new ArrayList<>(
                        List.of(
                                entry(5, DAY, 0),
                                entry(6, DAY, 6),
                                entry(200, THIS, 3),
                                entry(70_000, DAY, 4)));
        byte[] aki = extension(Draft.AKI, false, seq(tlv(0x80, Draft.CA_KEY_ID)));
        byte[] number = extension("2.5.29.20", false, integer(300));
        byte[] scope;
        byte[] more = new byte[0];
        boolean scoped;
        long count = 4;

        ListDraft(boolean scoped) {
            this.scoped = scoped;
            scope = idp(tlv(0xA0, tlv(0xA0, tlv(0xA4, ca.point()))), hex("8101FF"));
            if (!scoped) {
                scope = idp(hex("8101FF"));
            }
        }

        byte[] build() {
            return seq(
                    version,
                    algorithm,
                    issuer,
                    thisUpdate,
                    nextUpdate,
                    entries.isEmpty() ? new byte[0] : seq(join(entries)),
                    tlv(0xA0, seq(aki, number, scope, more)));
        }

        ExpectedRevocationList expected() {
            return new ExpectedRevocationList(
                    ca.authority(),
                    BigInteger.valueOf(300),
                    THIS,
                    NEXT,
                    scoped ? Optional.of(ca.office) : Optional.empty(),
                    count);
        }

        List<Finding> lint() {
            return new ProfileLint().revocationList(build(), expected());
        }
    }

    private static byte[] idp(byte[]... parts) {
        return extension("2.5.29.28", true, seq(parts));
    }

    private static byte[] entry(long serial, Instant date, int reason) {
        return entry(integer(serial), utc(date), reason == 0 ? new byte[0] : reason(reason));
    }

    private static byte[] entry(byte[] serial, byte[] date, byte[] extensions) {
        return seq(serial, date, extensions);
    }

    private static byte[] reason(int reason) {
        return seq(extension("2.5.29.21", false, tlv(10, new byte[] {(byte) reason})));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_clean_list_gives_no_finding_and_only_entries_may_change(boolean scoped) {
        ListDraft draft = new ListDraft(scoped);
        byte[] tbs = draft.build();
        assertThat(draft.lint()).isEmpty();
        byte[] entries = join(draft.entries);
        int start = indexOf(tbs, entries);
        ProfileLint lint = new ProfileLint();
        List<String> survivors =
                EveryByteCountsTest.survivors(
                        tbs, changed -> lint.revocationList(changed, draft.expected()));
        assertThat(survivors)
                .allSatisfy(survivor ->
                        assertThat(Integer.parseInt(survivor.split(":")[0]))
                                .isBetween(start, start + entries.length - 1));
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int at = 0; ; at++) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
    }

    @Test
    void an_empty_list_has_no_entries_at_all() {
        ListDraft draft = new ListDraft(true);
        draft.entries.clear();
        draft.count = 0;
        assertThat(draft.lint()).isEmpty();
    }

    private record Plant(String what, int code, Consumer<ListDraft> change) {}

    private static Plant plant(String what, int code, Consumer<ListDraft> change) {
        return new Plant(what, code, change);
    }

    private static Plant entry(String what, int code, byte[] entry) {
        return plant(what, code, d -> d.entries.set(1, entry));
    }

    static Stream<Plant> entries() {
        byte[] critical = seq(extension("2.5.29.21", true, hex("0A0101")));
        byte[] invalidity = seq(extension("2.5.29.24", false, generalized(DAY)));
        byte[] both = seq(extension("2.5.29.21", false, hex("0A0101")), seq());
        return Stream.of(
                entry("a serial twice", 85, entry(5, DAY, 1)),
                entry("a falling serial", 85, entry(4, DAY, 1)),
                entry("serial 0", 84, entry(0, DAY, 1)),
                entry("a negative serial", 84, entry(-7, DAY, 1)),
                entry("tomorrow's revocation", 86, entry(6, THIS.plusSeconds(1), 1)),
                entry("unspecified encoded", 87, entry(integer(6), utc(DAY), reason(0))),
                entry("reason 7", 87, entry(6, DAY, 7)),
                entry("removeFromCRL", 87, entry(6, DAY, 8)),
                entry("privilegeWithdrawn", 87, entry(6, DAY, 9)),
                entry("a critical reason", 88, entry(integer(6), utc(DAY), critical)),
                entry("an invalidity date", 88, entry(integer(6), utc(DAY), invalidity)),
                entry("a second extension", 88, entry(integer(6), utc(DAY), both)),
                entry("a GeneralizedTime", 11, entry(integer(6), generalized(DAY), reason(1))),
                entry("a long length", 1, hex("30 81 03 020106")),
                entry("a serial with a zero", 1, entry(hex("02020006"), utc(DAY), reason(1))),
                plant("one entry fewer", 90, d -> d.entries.removeLast()),
                plant("one entry more", 90, d -> d.entries.add(entry(70_001, DAY, 1))));
    }

    static Stream<Plant> fields() {
        String other = "another";
        return Stream.of(
                plant("v1", 80, d -> d.version = new byte[0]),
                plant("v3", 80, d -> d.version = integer(2)),
                plant("SHA-1", 5, d -> d.algorithm = seq(oid("1.2.840.113549.1.1.5"), hex("0500"))),
                plant("the other CA", 10, d -> d.issuer = Draft.userAuthentication().issuer()),
                plant(
                        other + " thisUpdate",
                        81,
                        d -> d.thisUpdate = utc(THIS.minusSeconds(1)).clone()),
                plant(other + " nextUpdate", 82, d -> d.nextUpdate = utc(NEXT.plusSeconds(1))),
                plant("no nextUpdate", 82, d -> d.nextUpdate = new byte[0]),
                plant("no authorityKeyIdentifier", 30, d -> d.aki = new byte[0]),
                plant(
                        "all of the authorityKeyIdentifier",
                        49,
                        d -> d.aki = extension(Draft.AKI, false, d.ca.aki())),
                plant(
                        "another key",
                        48,
                        d -> d.aki = extension(Draft.AKI, false, seq(tlv(0x80, new byte[20])))),
                plant("no cRLNumber", 30, d -> d.number = new byte[0]),
                plant(
                        "another cRLNumber",
                        91,
                        d -> d.number = extension("2.5.29.20", false, integer(299))),
                plant(
                        "a critical cRLNumber",
                        34,
                        d -> d.number = extension("2.5.29.20", true, integer(300))),
                plant("a delta list", 31, d -> d.more = extension("2.5.29.27", true, integer(299))),
                plant("no scope", 30, d -> d.scope = new byte[0]),
                plant("the scope of all", 92, d -> d.scope = idp(hex("8101FF"))),
                plant(
                        "not only users",
                        92,
                        d -> d.scope = idp(tlv(0xA0, tlv(0xA0, tlv(0xA4, d.ca.point()))))),
                plant(
                        "indirect",
                        92,
                        d ->
                                d.scope =
                                        idp(
                                                tlv(0xA0, tlv(0xA0, tlv(0xA4, d.ca.point()))),
                                                hex("8101FF8401FF"))),
                plant(
                        "another municipality",
                        10,
                        d ->
                                d.scope =
                                        idp(
                                                tlv(0xA0, tlv(0xA0, tlv(0xA4, d.ca.issuer()))),
                                                hex("8101FF"))));
    }

    @ParameterizedTest
    @MethodSource({"entries", "fields"})
    void a_planted_violation_of_a_list_is_found(Plant plant) {
        ListDraft draft = new ListDraft(true);
        plant.change().accept(draft);
        assertThat(draft.lint())
                .isNotEmpty()
                .extracting(Finding::code)
                .contains("MYNA-LNT-%03d".formatted(plant.code()));
    }

    @Test
    void a_list_that_ends_before_it_begins_is_found() {
        ListDraft draft = new ListDraft(true);
        draft.nextUpdate = utc(THIS);
        assertThat(draft.lint()).extracting(Finding::code).contains("MYNA-LNT-083");
    }

    @Test
    void an_empty_sequence_of_entries_is_found() {
        ListDraft draft = new ListDraft(true);
        draft.entries.clear();
        draft.nextUpdate = join(draft.nextUpdate, seq());
        draft.count = 0;
        assertThat(draft.lint()).extracting(Finding::code).containsExactly("MYNA-LNT-089");
    }

    @Test
    void a_buffer_keeps_its_position() {
        ListDraft draft = new ListDraft(false);
        ByteBuffer buffer = ByteBuffer.wrap(join(new byte[7], draft.build())).position(7);
        assertThat(new ProfileLint().revocationList(buffer, draft.expected())).isEmpty();
        assertThat(buffer.position()).isEqualTo(7);
    }

    @Test
    void a_file_of_two_hundred_thousand_entries_is_read_one_at_a_time(@TempDir Path folder)
            throws IOException {
        int count = 200_000;
        ListDraft draft = new ListDraft(false);
        draft.count = count;
        byte[] around = draft.build();
        byte[] old = seq(join(draft.entries));
        int at = indexOf(around, old);
        int start = 4;
        byte[] front = Arrays.copyOfRange(around, start - 1, at);
        byte[] back = Arrays.copyOfRange(around, at + old.length, around.length);
        Path file = folder.resolve("test.crl");
        List<byte[]> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(entry(i, DAY, i % 7));
        }
        byte[] whole = seq(trim(front, around), seq(join(all)), back);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[11]);
            out.write(whole);
            out.write(new byte[300]);
        }
        assertThat(new ProfileLint().revocationList(file, 11, whole.length, draft.expected()))
                .isEmpty();
        assertThat(new ProfileLint().revocationList(file, 11, whole.length - 1L, draft.expected()))
                .isNotEmpty();
    }

    private static byte[] trim(byte[] front, byte[] around) {
        int header = around[1] == (byte) 0x82 ? 4 : 3;
        return Arrays.copyOfRange(front, header - 3, front.length);
    }
}
