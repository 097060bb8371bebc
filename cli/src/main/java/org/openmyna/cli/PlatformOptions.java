package org.openmyna.cli;

import java.util.function.Function;
import javax.sql.DataSource;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.platform.PlatformRegister;
import picocli.CommandLine.Mixin;

/** Where the platform's register is; for every command that operates it. */
final class PlatformOptions {
    private static final String NOBODY_KNOWN = "operator";

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions database = new AuthorityOptions();

    /** Works on the register, in the name of whoever is logged in at this machine. */
    <T> T with(Surroundings surroundings, Function<PlatformRegister, T> work) {
        try (var country = surroundings.country(common, database)) {
            String platform = Organisation.PLATFORM.id();
            DataSource tables = country.database().open(platform, 1);
            return work.apply(
                    PlatformRegister.open(
                            tables,
                            country.directory().resolve(platform),
                            country.legalTime(),
                            country.random(),
                            System.getProperty("user.name", NOBODY_KNOWN)));
        }
    }
}
