package org.openmyna.server.cards;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.openmyna.database.Database;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.profile.IssuingOffice;

/**
 * A program that makes a card, says one byte when it comes to a step, and then waits for its end.
 */
final class KilledProgram {
    private KilledProgram() {}

    /** URL of the database, folder, person, birth date, step. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        long person = Long.parseLong(arguments[2]);
        Watch.Step last = Watch.Step.valueOf(arguments[4]);
        InstantSource legalTime = InstantSource.fixed(CardsTown.NOW);
        var register = new TestRegister(person);
        try (Database database = Database.at(arguments[0]);
                Authorities authorities =
                        Authorities.open(
                                database,
                                folder.resolve("authority"),
                                AuthoritySettings.sandbox(),
                                legalTime,
                                new SecureRandom())) {
            var needs =
                    new CardsNeeds(
                            database.open("cards", 3),
                            folder,
                            authorities,
                            () -> {
                                throw new UnsupportedOperationException("nobody asks the desk");
                            },
                            () -> register,
                            TestNumbers::new,
                            legalTime,
                            IssuingOffice::known);
            var cards =
                    new Cards(
                            needs,
                            FewKeys.read(folder.resolve("pairs")),
                            new SecureRandom(),
                            new SimpleMeterRegistry(),
                            step -> {
                                if (step == last) waitForTheEnd();
                            });
            var unused = cards.desk().make(CardsTown.call(), register.born(arguments[3]));
        }
    }

    private static void waitForTheEnd() {
        try (var tell = new FileOutputStream(FileDescriptor.out)) {
            tell.write('.');
            tell.flush();
            while (true) LockSupport.park();
        } catch (IOException nobodyListens) {
            throw new UncheckedIOException(nobodyListens);
        }
    }
}
