package org.openmyna.interop;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A fresh card of 試験 一郎 for each test, in no reader: for programs that look at files only. */
final class CardOnTheTable implements BeforeEachCallback, AfterEachCallback {
    private @Nullable Country country;
    private @Nullable Specimen specimen;

    Specimen specimen() {
        return requireNonNull(specimen);
    }

    Country country() {
        return requireNonNull(country);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        country = Country.of(context);
        specimen = country.newCard();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (specimen != null) {
            specimen.close();
        }
    }
}
