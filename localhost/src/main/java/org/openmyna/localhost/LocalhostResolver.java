package org.openmyna.localhost;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.util.Locale;
import java.util.stream.Stream;

/** Names under {@code localhost} are looked up as {@code localhost}, which every system knows. */
final class LocalhostResolver implements InetAddressResolver {
    private static final String LOCALHOST = "localhost";

    private final InetAddressResolver system;

    LocalhostResolver(InetAddressResolver system) {
        this.system = system;
    }

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
            throws UnknownHostException {
        if (!isUnderLocalhost(host)) return system.lookupByName(host, policy);
        Stream.Builder<InetAddress> named = Stream.builder();
        for (InetAddress each : system.lookupByName(LOCALHOST, policy).toList()) {
            named.add(InetAddress.getByAddress(host, each.getAddress()));
        }
        return named.build();
    }

    private static boolean isUnderLocalhost(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith("." + LOCALHOST) || name.endsWith("." + LOCALHOST + ".");
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
        return system.lookupByAddress(address);
    }
}
