package org.openmyna.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.openmyna.trust.authority.keys.KeyStorePassword;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.JpkiProfile;
import org.openmyna.trust.profile.RevocationListFile;
import org.openmyna.trust.profile.RevocationListHead;
import org.openmyna.trust.profile.RevocationListWriter;
import org.openmyna.trust.profile.RevocationReason;

/** A serial looked up in a list of a million entries, beside the JDK's list of the same file. */
final class CrlLookup implements Benchmark {
    private static final int ENTRIES = 1_000_000;
    private static final int LOOKUPS = 1_000_000;
    private static final double NANOS = 1_000;
    private static final double HEAP_MB = 16;
    private static final double MB = 1e6;
    private static final Instant BEGIN = Instant.parse("2026-04-01T00:00:00Z");

    @Override
    public String name() {
        return "crl-lookup";
    }

    @Override
    public String group() {
        return "authority";
    }

    @Override
    public List<BenchmarkRow> run(Duration unused) {
        try (var authority = new SpecimenAuthority()) {
            Path file = authority.folder().resolve("bench.crl");
            write(authority, file);
            CertificateSerial[] asked = new CertificateSerial[1 << 18];
            var chance = new SplittableRandom(5);
            for (int n = 0; n < asked.length; n++) {
                asked[n] = CertificateSerial.of(1 + chance.nextInt(3 * ENTRIES));
            }
            double before = heap();
            try (var list = RevocationListFile.open(file)) {
                double heap = heap() - before;
                double nanos = nanosEach(list, asked);
                String jdk = jdk(file, asked);
                return List.of(
                        BenchmarkRow.atMost(
                                name(),
                                nanos,
                                "ns",
                                NANOS,
                                "1 million entries, random serials, a third of them revoked; "
                                        + jdk),
                        BenchmarkRow.atMost(
                                "crl-lookup-heap",
                                heap / MB,
                                "MB",
                                HEAP_MB,
                                "Java heap of the open list; the file of 37 MB is mapped"));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static void write(SpecimenAuthority authority, Path file) throws IOException {
        var generation = authority.ca().generations().getFirst();
        var vault =
                KeyVault.pkcs12(
                        authority.folder().resolve("keys"),
                        KeyStorePassword.besideTheKey(),
                        new java.security.SecureRandom());
        var issuer =
                new JpkiProfile.Issuer(
                        generation.certificate(), vault.signer(generation.keyName()));
        var head =
                new RevocationListHead(
                        BigInteger.ONE, BEGIN, BEGIN.plus(Duration.ofDays(2)), Optional.empty());
        RevocationReason[] reasons = RevocationReason.values();
        try (var writer = RevocationListWriter.open(file, issuer, head)) {
            for (int n = 1; n <= ENTRIES; n++) {
                writer.add(3L * n, BEGIN.getEpochSecond() - n, reasons[1 + n % 6]);
            }
            var _ = writer.sign((_, _, _) -> {});
        }
    }

    private static double nanosEach(RevocationListFile list, CertificateSerial[] asked) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            int found = 0;
            long begin = System.nanoTime();
            for (int n = 0; n < LOOKUPS; n++) {
                if (list.find(asked[n & asked.length - 1]).isPresent()) found++;
            }
            best = Math.min(best, (double) (System.nanoTime() - begin) / LOOKUPS);
            if (found == 0) throw new IllegalStateException("a third is in the list");
        }
        return best;
    }

    private static String jdk(Path file, CertificateSerial[] asked)
            throws IOException, GeneralSecurityException {
        double before = heap();
        long begin = System.nanoTime();
        X509CRL list;
        try (InputStream in = Files.newInputStream(file)) {
            list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double heap = heap() - before;
        int found = 0;
        begin = System.nanoTime();
        for (CertificateSerial serial : asked) {
            if (list.getRevokedCertificate(serial.value()) != null) found++;
        }
        double nanos = (double) (System.nanoTime() - begin) / asked.length;
        return "the JDK reads it in %.1f s into %.0f MB and finds %d of %d at %.0f ns each"
                .formatted(seconds, heap / MB, found, asked.length, nanos);
    }

    /** Used after a collection; twice, for the first may leave what it has just seen die. */
    private static double heap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
