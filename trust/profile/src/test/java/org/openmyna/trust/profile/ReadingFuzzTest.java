package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.kernel.MynaException;

/** Tens of thousands of broken inputs a parser, from one seed: a value or the one named refusal. */
final class ReadingFuzzTest {
    private static final int ROUNDS = 25_000 * Integer.getInteger("openmyna.test.length", 1);

    private final Random chance = new Random(20_261_123);

    private byte[] mutated(byte[] original) {
        byte[] bytes = original.clone();
        int changes = 1 + chance.nextInt(3);
        for (int n = 0; n < changes; n++) {
            int at = chance.nextInt(Math.max(bytes.length, 1));
            switch (chance.nextInt(7)) {
                case 0 -> bytes[at] ^= (byte) (1 << chance.nextInt(8));
                case 1 -> bytes[at] = (byte) chance.nextInt(256);
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + chance.nextInt(40));
                case 4 -> bytes = without(bytes, at, chance.nextInt(8));
                case 5 -> bytes = doubled(bytes, at, chance.nextInt(40));
                default -> bytes[at] = interesting();
            }
        }
        return bytes;
    }

    /** Tags and lengths that readers trip over. */
    private byte interesting() {
        int[] values = {
            0x00, 0x1F, 0x30, 0x31, 0x7F, 0x80, 0x81, 0x82, 0x84, 0x88, 0xA0, 0xA3, 0xFF
        };
        return (byte) values[chance.nextInt(values.length)];
    }

    private static byte[] without(byte[] bytes, int from, int count) {
        int to = Math.min(bytes.length - 1, from + count);
        byte[] shorter = Arrays.copyOf(bytes, Math.max(1, bytes.length - Math.max(0, to - from)));
        System.arraycopy(
                bytes,
                to,
                shorter,
                Math.min(from, shorter.length),
                Math.max(0, Math.min(bytes.length - to, shorter.length - from)));
        return shorter;
    }

    private static byte[] doubled(byte[] bytes, int from, int count) {
        int length = Math.min(count, bytes.length - from);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, from, longer, from + length, bytes.length - from);
        return longer;
    }

    /**
     * @return how many were read
     */
    private int fuzz(
            byte[] original, Class<? extends MynaException> refusal, Consumer<byte[]> reader) {
        int read = 0;
        for (int n = 0; n < ROUNDS; n++) {
            byte[] bytes = mutated(original);
            if (Arrays.equals(bytes, original)) {
                continue;
            }
            try {
                reader.accept(bytes);
                read++;
            } catch (MynaException refused) {
                if (refused.getClass() != refusal) {
                    throw new AssertionError("round " + n + ": another refusal", refused);
                }
            } catch (RuntimeException | StackOverflowError unnamed) {
                throw new AssertionError("round " + n + ": not a named refusal", unnamed);
            }
        }
        return read;
    }

    /** Everything a caller may ask about what was read. */
    private static void use(JpkiCertificate read) {
        read.departures();
        read.fourItems();
        read.distributionPoint();
        read.hasCardPolicy();
        assertThat(JpkiCertificate.parse(read.der())).isEqualTo(read);
    }

    @Test
    void any_bytes_are_a_signature_certificate_or_a_named_refusal() {
        byte[] original = Sham.signature(Hierarchy.TEST, Sham.ichiro()).der();
        int read =
                fuzz(
                        original,
                        CertificateMalformed.class,
                        bytes -> use(JpkiCertificate.parse(bytes)));
        assertThat(read).as("some changes leave the shape alone").isBetween(100, ROUNDS / 2);
    }

    @Test
    void any_bytes_are_a_login_certificate_or_a_named_refusal() {
        byte[] original = Sham.userAuthentication(Hierarchy.TEST).der();
        fuzz(original, CertificateMalformed.class, bytes -> use(JpkiCertificate.parse(bytes)));
    }

    @Test
    void whatever_was_changed_in_a_certificate_its_issuer_did_not_sign_it() {
        byte[] original = Sham.userAuthentication(Hierarchy.TEST).der();
        CaCertificate ca = Sham.ca(CaKind.USER_AUTHENTICATION, Hierarchy.TEST).certificate();
        for (int at = 0; at < original.length; at++) {
            byte[] changed = original.clone();
            changed[at] ^= (byte) (1 << chance.nextInt(8));
            try {
                assertThat(JpkiCertificate.parse(changed).isIssuedBy(ca))
                        .as("byte %d", at)
                        .isFalse();
            } catch (CertificateMalformed refused) {
                assertThat(refused.details()).containsKey("reason");
            }
        }
    }

    @Test
    void any_bytes_are_a_ca_certificate_or_a_named_refusal() {
        byte[] original = Sham.ca(CaKind.SIGNATURE, Hierarchy.TEST).certificate().der();
        int read = fuzz(original, CaCertificateMalformed.class, CaCertificate::parse);
        assertThat(read).as("it signs itself, so every change is noticed").isZero();
    }

    @Test
    void any_bytes_are_a_revocation_list_or_a_named_refusal() {
        var issuer = Sham.ca(CaKind.SIGNATURE, Hierarchy.TEST);
        Instant now = Sham.ISSUED;
        var entries =
                List.of(
                        new RevocationList.Revoked(
                                CertificateSerial.of(2), now, RevocationReason.UNSPECIFIED),
                        new RevocationList.Revoked(
                                CertificateSerial.of(3), now, RevocationReason.KEY_COMPROMISE),
                        new RevocationList.Revoked(
                                CertificateSerial.of(300), now, RevocationReason.SUPERSEDED));
        byte[] original =
                Sham.profile(Hierarchy.TEST)
                        .revocationList(
                                issuer,
                                Sham.himeji().distributionPoint(CaKind.SIGNATURE, Hierarchy.TEST),
                                BigInteger.ONE,
                                now,
                                now.plusSeconds(172_800),
                                entries)
                        .der();
        fuzz(
                original,
                RevocationListMalformed.class,
                bytes -> {
                    RevocationList list = RevocationList.parse(bytes);
                    list.entries()
                            .forEach(entry -> assertThat(list.find(entry.serial())).isPresent());
                });
    }

    /** Few rounds, for each of them writes a file; memory reads the same way 25,000 times. */
    @Test
    void any_file_is_a_revocation_list_or_a_named_refusal(@TempDir Path home) throws IOException {
        byte[] original =
                ShamLists.inMemory(
                        ShamLists.issuer(),
                        ShamLists.head(Optional.of(ShamLists.himeji())),
                        ShamLists.entries(6, 20, chance));
        Path file = home.resolve("list.crl");
        for (int n = 0; n < ROUNDS / 10; n++) {
            byte[] bytes = mutated(original);
            Files.write(file, bytes);
            try (RevocationListFile list = RevocationListFile.open(file)) {
                list.forEach(entry -> assertThat(list.find(entry.serial())).contains(entry));
                assertThat(RevocationList.parse(bytes).size()).isEqualTo(list.size());
            } catch (RevocationListMalformed refused) {
                assertThatExceptionOfType(RevocationListMalformed.class)
                        .isThrownBy(() -> RevocationList.parse(bytes))
                        .withMessage(refused.getMessage());
            }
        }
    }

    @Test
    void any_bytes_are_a_request_or_a_named_refusal() {
        byte[] original =
                CertificationRequest.make(
                                Sham.publicKey(Sham.holderKey()),
                                ContentSignature.with(Sham.holderKey().getPrivate()))
                        .der();
        for (int n = 0; n < ROUNDS; n++) {
            try {
                CertificationRequest.parse(mutated(original));
            } catch (CertificationRequestMalformed | KeyNotCertifiable named) {
                assertThat(named.details()).containsKey("reason");
            }
        }
    }

    @Test
    void pure_noise_and_deep_nests_are_refused() {
        for (int n = 0; n < 5_000; n++) {
            byte[] noise = new byte[chance.nextInt(2_000)];
            chance.nextBytes(noise);
            refused(noise);
        }
        byte[] nest = new byte[8_000];
        for (int at = 0; at + 4 <= nest.length; at += 4) {
            int rest = nest.length - at - 4;
            nest[at] = 0x30;
            nest[at + 1] = (byte) 0x82;
            nest[at + 2] = (byte) (rest >> 8);
            nest[at + 3] = (byte) rest;
        }
        refused(nest);
        refused(new byte[8_193]);
        refused(new byte[0]);
    }

    private static void refused(byte[] bytes) {
        for (Consumer<byte[]> reader :
                List.<Consumer<byte[]>>of(
                        JpkiCertificate::parse,
                        CaCertificate::parse,
                        RevocationList::parse,
                        CertificationRequest::parse)) {
            try {
                reader.accept(bytes);
                fail("noise was read");
            } catch (MynaException named) {
                assertThat(named.errorCode().code()).startsWith("MYNA-PRF-00");
            }
        }
    }
}
