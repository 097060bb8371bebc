package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.openmyna.server.calls.Caller;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.sample.SampleService;

class DesksInProcessTest extends DesksContract {
    @Override
    SampleService desk(Organisation caller) {
        return country().server.desks(SampleService.class).desk(caller);
    }

    @Override
    void tellsNothing(Throwable failure) {
        assertThat(failure).isInstanceOf(IllegalStateException.class).hasNoCause();
    }

    @Test
    void outside_of_a_call_there_is_no_caller() {
        assertThatThrownBy(Caller::current).isInstanceOf(IllegalStateException.class);
    }

    /** Nobody said who may do it. */
    interface Unpermitted {
        void act();
    }

    @Test
    void a_service_that_says_not_who_may_is_not_opened() {
        Unpermitted nothing = () -> {};
        assertThatThrownBy(() ->
                        Desks.of(
                                Organisation.SANDBOX,
                                Unpermitted.class,
                                nothing,
                                new SimpleMeterRegistry()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@Permitted");
    }
}
