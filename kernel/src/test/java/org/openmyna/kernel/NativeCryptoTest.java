package org.openmyna.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Each look at the provider happens in a class loader of its own, since the answer is kept. */
@Isolated("sets a system property")
class NativeCryptoTest {
    private static final String PROPERTY = "openmyna.native-crypto";

    @Test
    void the_provider_works_where_its_binary_fits_and_is_never_installed() throws Exception {
        assertThat(NativeCrypto.name())
                .matches("AmazonCorrettoCryptoProvider [0-9.]+|JDK \\(accelerator .*\\)");
        if (NativeCrypto.provider().isPresent()) {
            var provider = NativeCrypto.provider().orElseThrow();
            assertThat(Cipher.getInstance("AES/GCM/NoPadding", provider).getProvider())
                    .isEqualTo(provider);
        }
        assertThat(Security.getProvider("AmazonCorrettoCryptoProvider")).isNull();
    }

    @Test
    void the_property_switches_it_off() throws Exception {
        System.setProperty(PROPERTY, "off");
        try {
            assertThat(nameSeenWith(classPath())).isEqualTo("JDK (accelerator switched off)");
        } finally {
            System.clearProperty(PROPERTY);
        }
    }

    @Test
    void without_its_jar_the_jdk_does_the_work() throws Exception {
        List<URL> kernelAlone = new ArrayList<>(classPath());
        kernelAlone.removeIf(url -> url.getPath().contains("CorrettoCrypto"));
        assertThat(nameSeenWith(kernelAlone)).isEqualTo("JDK (no accelerator on the class path)");
    }

    private static String nameSeenWith(List<URL> classPath) throws Exception {
        try (var loader =
                new URLClassLoader(
                        classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> fresh = loader.loadClass(NativeCrypto.class.getName());
            Optional<?> provider = (Optional<?>) fresh.getMethod("provider").invoke(null);
            assertThat(provider).isEmpty();
            return String.valueOf(fresh.getMethod("name").invoke(null));
        }
    }

    private static List<URL> classPath() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry :
                List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))) {
            urls.add(new File(entry).toURI().toURL());
        }
        return urls;
    }
}
