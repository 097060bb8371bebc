package org.openmyna.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.profile.CaKind;
import picocli.CommandLine.Option;

/** Where the authorities are; for every command that operates them. */
final class AuthorityOptions {
    @Option(order = 90, names = "--db", paramLabel = "URL", descriptionKey = "option.db")
    @Nullable String database;

    /** The two CAs as people call them at a terminal. */
    enum Ca {
        SIGNATURE(CaKind.SIGNATURE),
        LOGIN(CaKind.USER_AUTHENTICATION);

        private final CaKind kind;

        Ca(CaKind kind) {
            this.kind = kind;
        }

        CaKind kind() {
            return kind;
        }

        static Ca of(CaKind kind) {
            return kind == CaKind.SIGNATURE ? SIGNATURE : LOGIN;
        }

        /** As it is typed. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
