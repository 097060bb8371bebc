package org.openmyna.kernel;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Optional;

/**
 * The Amazon Corretto Crypto Provider where its binary fits this machine: an accelerator, never a
 * need. It is found by name, so that no room depends on it; it is handed to those who ask and never
 * installed for the whole program. {@code -Dopenmyna.native-crypto=off} leaves it out.
 */
public final class NativeCrypto {
    private static final String PROPERTY = "openmyna.native-crypto";
    private static final String PROVIDER =
            "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private NativeCrypto() {}

    /** The provider, once its binary is loaded and its self tests have passed; empty otherwise. */
    public static Optional<Provider> provider() {
        return Found.PROVIDER;
    }

    /**
     * Makes key pairs, with the provider where there is one: five times as fast for RSA.
     *
     * @param algorithm as the JDK names it: RSA, EC
     */
    public static KeyPairGenerator keyPairs(String algorithm) throws NoSuchAlgorithmException {
        return Found.PROVIDER.isPresent()
                ? KeyPairGenerator.getInstance(algorithm, Found.PROVIDER.get())
                : KeyPairGenerator.getInstance(algorithm);
    }

    /** What does the cryptography, for people: name and version, or why it is the JDK alone. */
    public static String name() {
        return Found.NAME;
    }

    /** Looked for once, on first use: loading the binary takes a moment. */
    private static final class Found {
        private static final Optional<Provider> PROVIDER;
        private static final String NAME;

        static {
            Search search = search();
            PROVIDER = search.provider();
            NAME = search.name();
        }
    }

    private record Search(Optional<Provider> provider, String name) {
        static Search nothing(String why) {
            return new Search(Optional.empty(), "JDK (" + why + ")");
        }
    }

    private static Search search() {
        if ("off".equals(System.getProperty(PROPERTY))) {
            return Search.nothing("accelerator switched off");
        }
        try {
            Class<?> type = Class.forName(PROVIDER);
            Provider provider = (Provider) type.getField("INSTANCE").get(null);
            if (type.getMethod("getLoadingError").invoke(provider) != null) {
                return Search.nothing("accelerator does not fit this machine");
            }
            Object selfTests = type.getMethod("runSelfTests").invoke(provider);
            return "PASSED".equals(String.valueOf(selfTests))
                    ? new Search(
                            Optional.of(provider),
                            provider.getName() + " " + provider.getVersionStr())
                    : Search.nothing("accelerator failed its self test");
        } catch (ClassNotFoundException absent) {
            return Search.nothing("no accelerator on the class path");
        } catch (ReflectiveOperationException | LinkageError | ClassCastException unfit) {
            return Search.nothing("accelerator does not fit this machine");
        }
    }
}
