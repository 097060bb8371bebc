package org.openmyna.localhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Through {@link InetAddress}, as every program asks. */
class LocalhostResolverTest {
    @ParameterizedTest
    @ValueSource(strings = {"platform.localhost", "ocsp.authority.localhost", "Tax.LOCALHOST."})
    void names_under_localhost_are_this_machine(String host) throws UnknownHostException {
        assertThat(InetAddress.getAllByName(host))
                .isNotEmpty()
                .allMatch(InetAddress::isLoopbackAddress)
                .allMatch(each -> each.getHostName().equals(host));
    }

    /** RFC 6761 6.4: {@code invalid} is never found. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost.invalid", "notlocalhost.invalid", ".localhost.invalid"})
    void names_that_look_like_it_are_looked_up(String host) {
        assertThatThrownBy(() -> InetAddress.getAllByName(host))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void addresses_are_looked_up_as_before() throws UnknownHostException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        assertThat(loopback.getHostName()).isNotEmpty();
    }
}
