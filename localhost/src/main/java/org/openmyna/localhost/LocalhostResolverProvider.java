package org.openmyna.localhost;

import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;

/** Found by Java itself, once for the whole program; all other names are looked up as before. */
public final class LocalhostResolverProvider extends InetAddressResolverProvider {
    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new LocalhostResolver(configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "names under localhost";
    }
}
