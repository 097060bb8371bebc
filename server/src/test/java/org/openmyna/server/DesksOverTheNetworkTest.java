package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.calls.Remote;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.sample.SampleService;

class DesksOverTheNetworkTest extends DesksContract {
    private final Map<Organisation, SampleService> desks = new EnumMap<>(Organisation.class);

    @Override
    SampleService desk(Organisation caller) {
        return desks.computeIfAbsent(
                caller,
                each ->
                        Remote.at(
                                SampleService.class,
                                country().server.tlsAddress().orElseThrow(),
                                country().server.house().orElseThrow().machine(each),
                                Instant::now));
    }

    @Override
    void tellsNothing(Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        MynaException.class,
                        told -> assertThat(told.errorCode().code()).isEqualTo("MYNA-SRV-016"));
        assertThat(failure).message().doesNotContain("of the sample alone");
    }
}
