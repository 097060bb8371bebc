package org.openmyna.server.authority;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.openmyna.database.Database;
import org.openmyna.server.machine.Progress;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.profile.CaKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine with its background work; the database is whose who opened it.
 *
 * @param writes whether it issues here, or only reads and answers
 */
public record OpenAuthority(
        Database database,
        Authorities authorities,
        AutoCloseable work,
        boolean writes,
        InstantSource legalTime)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenAuthority.class);

    /** Opens both CAs; what was never established is established, with nobody present. */
    public static OpenAuthority writing(
            Database database,
            Path folder,
            AuthoritySettings settings,
            InstantSource legalTime,
            Progress progress) {
        SecureRandom random = new SecureRandom();
        return opened(
                database,
                () -> {
                    Authorities open =
                            Authorities.open(database, folder, settings, legalTime, random);
                    if (!Arrays.stream(CaKind.values()).allMatch(open::isEstablished)) {
                        progress.begins(Progress.Step.AUTHORITIES);
                    }
                    for (CaKind kind : CaKind.values()) open.established(kind);
                    return open;
                },
                true,
                legalTime);
    }

    /** Opens what only reads. */
    public static OpenAuthority reading(
            Database database, Path folder, AuthoritySettings settings, InstantSource legalTime) {
        return opened(
                database,
                () ->
                        Authorities.reading(
                                database, folder, settings, legalTime, new SecureRandom()),
                false,
                legalTime);
    }

    private interface Opening {
        Authorities open();
    }

    private static OpenAuthority opened(
            Database database, Opening opening, boolean writes, InstantSource legalTime) {
        @Nullable Authorities authorities = null;
        boolean done = false;
        try {
            authorities = opening.open();
            var opened =
                    new OpenAuthority(
                            database, authorities, authorities.start(), writes, legalTime);
            done = true;
            return opened;
        } finally {
            if (!done && authorities != null) authorities.close();
        }
    }

    @Override
    public void close() {
        try {
            work.close();
        } catch (Exception failure) {
            // what could not be tidied is tidied by the next start; the rest must end all the same
            LOG.warn("background work did not end well: {}", failure.toString());
        }
        authorities.close();
    }
}
