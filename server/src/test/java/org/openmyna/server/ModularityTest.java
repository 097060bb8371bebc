package org.openmyna.server;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Organisations know each other's {@code api} alone. */
class ModularityTest {
    @Test
    void organisations_keep_to_their_borders() {
        ApplicationModules.of("org.openmyna.server", new ImportOption.DoNotIncludeTests()).verify();
    }
}
