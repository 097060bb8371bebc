package org.openmyna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.kernel.Language;

/** What is written down of an inserted card. */
class TracedCardTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    @TempDir private Path data;

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes.replace(" ", ""));
    }

    @Test
    void every_session_is_noted_and_answers_are_passed_on_unchanged() throws Exception {
        var name = new CardName("leer");
        try (var country = new Country(data, InstantSource.fixed(NOW))) {
            country.makeBlank(name);
            TraceLog log = TraceLog.of(country.drawer(), name);
            try (VirtualCard card = country.card(name)) {
                var tracer = new Tracer(Language.ENGLISH, Tracer.Form.WORDS_AND_BYTES, log::add);
                var traced = new TracedCard(card, tracer, log, country.legalTime());
                traced.powerOn();
                byte[] select = hex("00 A4 04 0C 0A D3921000310001010408");
                assertThat(traced.transmit(select)).isEqualTo(hex("9000"));
                assertThat(traced.transmit(hex("00 A4 02 0C 02 0011"))).isEqualTo(hex("9000"));
                byte[] verify = hex("00 20 00 80 04 31323334");
                assertThat(traced.transmit(verify)).isEqualTo(card.transmit(verify));
                assertThat(traced.transmit(hex("00 A4 04"))).hasSize(2);
                traced.reset();
                traced.powerOff();
                assertThat(traced.atr()).isEqualTo(card.atr());
            }
            List<String> lines = log.lines();
            assertThat(lines.getFirst()).isEqualTo("# 2026-11-23 12:00:00 JST power on");
            assertThat(lines.getLast()).endsWith("power off");
            assertThat(String.join("\n", lines))
                    .contains(
                            "SELECT (form input)", "4 bytes hidden", "3 bytes that are no command")
                    .doesNotContain("31323334");
            Path file = data.resolve("cards/leer.trace");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_long_log_keeps_its_newest_part() throws Exception {
        var name = new CardName("busy");
        try (var country = new Country(data, InstantSource.fixed(NOW))) {
            country.makeBlank(name);
            TraceLog log = TraceLog.of(country.drawer(), name);
            String event = "x".repeat(100_000);
            for (int number = 0; number < 80; number++) log.add(number + event);
            long bytes = 0;
            try (var files = Files.list(data.resolve("cards"))) {
                for (Path file : files.filter(f -> f.toString().contains(".trace")).toList()) {
                    bytes += Files.size(file);
                }
            }
            assertThat(bytes).isBetween(2_500_000L, 5_300_000L);
            assertThat(log.lines().getLast()).startsWith("79x");
            assertThat(log.lines().getFirst()).doesNotStartWith("0x");
        }
    }
}
