package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.profile.RevocationList.Revoked;

final class RevocationListTest {
    private final Random chance = new Random(31);

    private static RevocationList list(List<Revoked> entries) {
        return Sham.profile(Hierarchy.TEST)
                .revocationList(
                        Sham.ca(CaKind.SIGNATURE, Hierarchy.TEST),
                        BigInteger.ONE,
                        Sham.ISSUED,
                        Sham.ISSUED.plusSeconds(172_800),
                        entries);
    }

    /** Serials of every length from one bit to 20 octets, those with a high first bit too. */
    private TreeMap<CertificateSerial, Revoked> entries() {
        TreeMap<CertificateSerial, Revoked> entries = new TreeMap<>();
        for (int n = 0; n < 3_000; n++) {
            BigInteger value = new BigInteger(1 + n % 159, chance).add(BigInteger.ONE);
            CertificateSerial serial = new CertificateSerial(value.min(longest()));
            var reasons = RevocationReason.values();
            entries.put(
                    serial,
                    new Revoked(serial, Sham.ISSUED.plusSeconds(n), reasons[n % reasons.length]));
        }
        return entries;
    }

    private static BigInteger longest() {
        return BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE);
    }

    @Test
    void each_entry_is_found_and_nothing_else_in_whatever_order_they_were_written() {
        TreeMap<CertificateSerial, Revoked> entries = entries();
        List<Revoked> shuffled = new ArrayList<>(entries.values());
        Collections.shuffle(shuffled, chance);
        for (RevocationList list :
                List.of(list(new ArrayList<>(entries.values())), list(shuffled))) {
            assertThat(list.entries()).containsExactlyElementsOf(entries.values());
            entries.forEach((serial, entry) -> assertThat(list.find(serial)).contains(entry));
            for (int n = 0; n < 3_000; n++) {
                BigInteger value = new BigInteger(1 + n % 158, chance).add(BigInteger.ONE);
                CertificateSerial serial = new CertificateSerial(value);
                assertThat(list.find(serial)).isEqualTo(Optional.ofNullable(entries.get(serial)));
            }
        }
    }

    @Test
    void an_empty_list_finds_nothing() {
        assertThat(list(List.of()).size()).isZero();
        assertThat(list(List.of()).find(CertificateSerial.of(1))).isEmpty();
    }

    @Test
    void a_list_that_tells_a_serial_twice_is_refused() {
        Revoked one =
                new Revoked(CertificateSerial.of(7), Sham.ISSUED, RevocationReason.SUPERSEDED);
        assertThatExceptionOfType(RevocationListMalformed.class)
                .isThrownBy(() -> list(List.of(one, one)));
    }
}
