package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.nvm.CardMemory.Durability;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.MynaException;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.CertificateRecord;
import org.openmyna.trust.authority.CertificateSearch;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.Issuing;
import org.openmyna.trust.authority.IssuingState;
import org.openmyna.trust.authority.log.LogCheck;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.JpkiCertificate;

/**
 * The counter's program gets signal 9 at random moments while it makes a card in a file, with
 * counter, chip and authority in three places. No certificate is active that no chip holds, and
 * nothing half-done is left.
 */
class KilledPersonalisationTest {
    private static final int KILLS = 2 * Integer.getInteger("openmyna.test.length", 1);

    @TempDir Path folder;

    private final Random chance = new Random(2016);
    private final SecureRandom random = new SecureRandom();
    private final String url = TemporaryDatabase.freshUrl();

    /** What some chip was seen to hold. */
    private final List<Held> held = new ArrayList<>();

    private record Held(CaKind kind, CertificateSerial serial) {}

    @Test
    void no_certificate_is_active_that_no_chip_holds_whenever_the_counter_was_killed()
            throws Exception {
        FewKeys pairs = FewKeys.make(folder.resolve("pairs"), random);
        try (Database database = Database.at(url);
                Authorities authorities = IssuingCounter.open(database, folder)) {
            IssuerKeys.establish(folder.resolve("issuer"), random).close();
            for (CaKind kind : CaKind.values()) authorities.established(kind);
            Counter next = new Counter(new CardName("card-0"));
            int commands = next.killedAfter(Integer.MAX_VALUE);
            look(authorities, next.card, pairs);
            next = new Counter(new CardName("card-1"));
            for (int kill = 1; kill <= KILLS; kill++) {
                Counter counter = next;
                // starts while this one works
                next = new Counter(new CardName("card-" + (kill + 1)));
                counter.killedAfter(moment(commands));
                look(authorities, counter.card, pairs);
                if (kill % 2 == 0) {
                    discardWhatIsLeft(authorities);
                } else {
                    personaliseAgain(authorities, pairs, "again-" + kill);
                }
            }
            next.killedAfter(0);
            assertThat(authorities.log().verify()).isInstanceOf(LogCheck.Sound.class);
        }
    }

    /** Every other time near the end, where the authority is asked. */
    private int moment(int commands) {
        return chance.nextBoolean()
                ? chance.nextInt(commands)
                : commands - chance.nextInt(commands / 4);
    }

    /** Whatever is good must be on a chip, and this chip may be the one. */
    private void look(Authorities authorities, CardName name, FewKeys pairs) {
        held.addAll(heldBy(name, pairs));
        for (CaKind kind : CaKind.values()) {
            for (CertificateRecord each : good(authorities.authority(kind))) {
                assertThat(held).contains(new Held(kind, each.serial()));
            }
        }
    }

    private static List<CertificateRecord> good(CertificationAuthority ca) {
        var all = CertificateSearch.all().in(IssuingState.ACTIVE).atMost(1_000);
        return ca.search(all).stream()
                .filter(each -> each.status() instanceof CertificateStatus.Good)
                .toList();
    }

    /** The image in the drawer, or the draft that the dead program left. */
    private List<Held> heldBy(CardName name, FewKeys pairs) {
        Path image = new CardDrawer(folder.resolve("cards")).image(name);
        Path draft = image.resolveSibling(name + ".draft");
        Path there = Files.exists(image) ? image : draft;
        if (!Files.exists(there)) return List.of();
        try (VirtualCard card = VirtualCard.open(there, Durability.PROCESS_LOSS, pairs, random)) {
            return heldBy(card.channel());
        } catch (MynaException notEvenInstalled) {
            return List.of();
        }
    }

    private static List<Held> heldBy(CardChannel channel) {
        List<Held> found = new ArrayList<>();
        try (Pin password = Pin.signaturePassword(Country.PASSWORD.toCharArray())) {
            JpkiClient jpki = JpkiClient.select(channel);
            jpki.verify(JpkiKey.SIGNATURE, password, LastTry.KEEP);
            for (JpkiKey key : List.of(JpkiKey.USER_AUTHENTICATION, JpkiKey.SIGNATURE)) {
                read(jpki, key)
                        .map(each -> new Held(each.kind(), each.serial()))
                        .ifPresent(found::add);
            }
        } catch (MynaException blank) {
            // the application is not there yet, or no PIN
        }
        return found;
    }

    private static Optional<JpkiCertificate> read(JpkiClient jpki, JpkiKey key) {
        try {
            return Optional.of(JpkiCertificate.parse(jpki.certificate(key)));
        } catch (MynaException notWritten) {
            return Optional.empty();
        }
    }

    private static void discardWhatIsLeft(Authorities authorities) {
        for (CaKind kind : CaKind.values()) {
            CertificationAuthority ca = authorities.authority(kind);
            for (Issuing left : ca.unfinished()) {
                ca.discard(left.request());
                assertThat(ca.statusOf(left.serial()))
                        .isNotInstanceOf(CertificateStatus.Good.class);
            }
            assertThat(ca.unfinished()).isEmpty();
        }
    }

    /** The same person comes to another counter. */
    private void personaliseAgain(Authorities authorities, FewKeys pairs, String name) {
        IssuedCard made;
        try (IssuerKeys keys = IssuerKeys.open(folder.resolve("issuer"), random)) {
            made =
                    new CardDrawer(folder.resolve("cards"))
                            .make(
                                    new CardName(name),
                                    pairs,
                                    random,
                                    blank ->
                                            Country.personalise(
                                                    IssuingCounter.issuer(authorities, keys),
                                                    blank));
        }
        held.addAll(heldBy(new CardName(name), pairs));
        for (JpkiCertificate each : made.certificates().toList()) {
            CertificationAuthority ca = authorities.authority(each.kind());
            assertThat(held).contains(new Held(each.kind(), each.serial()));
            assertThat(good(ca))
                    .as("the one living certificate")
                    .extracting(CertificateRecord::serial)
                    .containsExactly(each.serial());
            assertThat(ca.unfinished()).isEmpty();
        }
    }

    /** The program, open and waiting. */
    private final class Counter {
        private final CardName card;
        private final Process program;

        Counter(CardName card) throws IOException {
            this.card = card;
            this.program =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    // short lives: not worth the accelerator's self tests
                                    "-Dopenmyna.native-crypto=off",
                                    "-Dslf4j.internal.verbosity=ERROR",
                                    "-Xshare:auto",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    IssuingCounter.class.getName(),
                                    url,
                                    folder.toString(),
                                    card.text())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
        }

        /**
         * Kills it when it has begun so many commands; it may come a few further.
         *
         * @return how many commands it began
         */
        int killedAfter(int commands) throws IOException, InterruptedException {
            int begun = 0;
            try (InputStream told = program.getInputStream()) {
                assertThat(told.read()).as("it opened the authority").isEqualTo('.');
                program.getOutputStream().write('\n');
                program.getOutputStream().flush();
                // through its handle: Process itself would close the stream we still read
                if (commands == 0) program.toHandle().destroyForcibly();
                while (told.read() >= 0) {
                    begun++;
                    if (begun == commands) program.toHandle().destroyForcibly();
                }
            } finally {
                if (commands < Integer.MAX_VALUE) program.destroyForcibly();
                program.waitFor();
            }
            return begun;
        }
    }
}
