package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.RevocationReason;

final class FileLedgerTest {
    @TempDir Path home;

    private Path ledger = Path.of("");
    private byte[] whole = new byte[0];

    /** Two lines of the ceremony, then issued, issued, revoked, listed. */
    @BeforeEach
    void a_ledger_with_a_bit_of_everything() throws IOException {
        Sandbox sandbox = new Sandbox();
        try (var ca = sandbox.establish(home, CaKind.USER_AUTHENTICATION)) {
            var first = ca.issue(Sandbox.login().heldBy(new HolderId("-")));
            ca.issue(Sandbox.login());
            ca.revoke(first.serial(), RevocationReason.SUPERSEDED);
            ca.crl();
        }
        ledger = home.resolve("ledger");
        whole = Files.readAllBytes(ledger);
    }

    private List<LedgerEntry> read() throws IOException {
        List<LedgerEntry> entries = new ArrayList<>();
        Register register = new Register();
        FileLedger.open(
                        ledger,
                        entry -> {
                            register.apply(entry);
                            entries.add(entry);
                        })
                .close();
        return entries;
    }

    private List<String> lines() {
        return new String(whole, StandardCharsets.US_ASCII).lines().toList();
    }

    @Test
    void what_was_written_reads_back() throws IOException {
        assertThat(read()).hasSize(6);
        assertThat(Files.readAllBytes(ledger)).isEqualTo(whole);
    }

    @Test
    void a_line_that_was_not_finished_is_cut_off_wherever_it_broke() throws IOException {
        int start = whole.length - lines().getLast().length() - 1;
        for (int length = start + 1; length < whole.length - 1; length++) {
            Files.write(ledger, Arrays.copyOf(whole, length));
            assertThat(read()).as("broke at %d", length).hasSize(5);
            assertThat(Files.size(ledger)).isEqualTo(start);
        }
    }

    @Test
    void zeros_behind_an_unfinished_line_are_cut_off_with_it() throws IOException {
        Files.write(ledger, Arrays.copyOf(Arrays.copyOf(whole, whole.length - 30), 9_000));
        assertThat(read()).hasSize(5);
    }

    @Test
    void a_line_that_lacks_only_its_end_is_completed() throws IOException {
        Files.write(ledger, Arrays.copyOf(whole, whole.length - 1));
        assertThat(read()).hasSize(6);
        assertThat(Files.readAllBytes(ledger)).isEqualTo(whole);
    }

    @Test
    void one_changed_byte_anywhere_is_named_and_the_file_stays_as_it_is() throws IOException {
        Random chance = new Random(20_261_123);
        for (int n = 0; n < 400; n++) {
            byte[] changed = whole.clone();
            int at = chance.nextInt(whole.length - 1);
            changed[at] ^= (byte) (1 << chance.nextInt(7));
            Files.write(ledger, changed);
            assertThatExceptionOfType(LedgerDamaged.class)
                    .as("byte %d of %d", at, whole.length)
                    .isThrownBy(this::read);
            assertThat(Files.readAllBytes(ledger)).isEqualTo(changed);
        }
    }

    @Test
    void a_line_that_is_missing_doubled_or_moved_is_named() throws IOException {
        for (int n = 0; n < 5; n++) {
            List<String> missing = new ArrayList<>(lines());
            missing.remove(n);
            damaged(missing, n + 1);
            List<String> doubled = new ArrayList<>(lines());
            doubled.add(n, doubled.get(n));
            damaged(doubled, n + 2);
            List<String> moved = new ArrayList<>(lines());
            moved.add(moved.remove(n));
            damaged(moved, n + 1);
        }
    }

    private void damaged(List<String> lines, long line) throws IOException {
        Files.writeString(ledger, String.join("\n", lines) + "\n");
        assertThatExceptionOfType(LedgerDamaged.class)
                .isThrownBy(this::read)
                .satisfies(named -> assertThat(named.details()).containsEntry("line", line));
    }

    @Test
    void a_well_chained_line_that_cannot_follow_is_named() throws IOException {
        String last = lines().getLast();
        String hash = last.substring(last.length() - 64);
        for (String content :
                List.of(
                        "7 revoked 2 1795397415 SUPERSEDED",
                        "7 revoked 9 1795397415 SUPERSEDED",
                        "7 revoked 3 1000000000 SUPERSEDED",
                        "7 revoked 3 01795397415 SUPERSEDED",
                        "7 revoked 3 99999999999999999 SUPERSEDED",
                        "7 revoked 3 1795397415 REMOVED",
                        "7 listed 1 1795397415 *",
                        "7 listed 2 1000000000 *",
                        "7 established USER_AUTHENTICATION TEST",
                        "7 issued : AAAA",
                        "7 forgotten 2",
                        lines().get(1).replaceFirst("^2", "7").replaceFirst(" [^ ]*$", ""),
                        lines().get(2).replaceFirst("^3", "7").replaceFirst(" [^ ]*$", ""))) {
            String line = content + " " + LedgerLine.hash(hash, content) + "\n";
            Files.write(ledger, whole);
            Files.writeString(ledger, line, java.nio.file.StandardOpenOption.APPEND);
            assertThatExceptionOfType(LedgerDamaged.class).as(content).isThrownBy(this::read);
        }
    }

    @Test
    void a_ledger_without_its_beginning_is_named() throws IOException {
        for (int length : new int[] {0, 20, lines().getFirst().length() + 1}) {
            Files.write(ledger, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(LedgerDamaged.class).isThrownBy(this::read);
            assertThat(Files.size(ledger)).isEqualTo(length);
        }
    }
}
