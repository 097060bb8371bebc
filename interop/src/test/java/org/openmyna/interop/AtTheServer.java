package org.openmyna.interop;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one running server of a test run; OpenSSL is looked for before it is made. */
final class AtTheServer implements BeforeEachCallback {
    private @Nullable ServedAuthority served;

    ServedAuthority served() {
        return requireNonNull(served);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        OutsideProgram.OPENSSL.mustBeHere();
        served = ServedAuthority.of(context);
    }
}
