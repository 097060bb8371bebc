package org.openmyna.card.javacard.machine;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.util.Optional;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * Where RSA is computed: the host's accelerator, or the JDK's own providers; always named, never
 * searched for.
 */
public final class RsaProvider {
    private final @Nullable Provider accelerator;

    RsaProvider(Optional<Provider> accelerator) {
        this.accelerator = accelerator.orElse(null);
    }

    KeyFactory factory() throws GeneralSecurityException {
        return accelerator != null
                ? KeyFactory.getInstance("RSA", accelerator)
                : KeyFactory.getInstance("RSA", "SunRsaSign");
    }

    Cipher cipher() throws GeneralSecurityException {
        String raw = "RSA/ECB/NoPadding";
        return accelerator != null
                ? Cipher.getInstance(raw, accelerator)
                : Cipher.getInstance(raw, "SunJCE");
    }
}
