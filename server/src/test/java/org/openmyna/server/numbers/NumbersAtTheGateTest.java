package org.openmyna.server.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.calls.Caller;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.numbers.api.NumberService.CodeOrder;
import org.openmyna.server.numbers.api.NumberService.Reading;
import org.openmyna.server.numbers.api.NumberToken;
import org.openmyna.server.web.CallNotPermitted;

/**
 * The keeper behind the gate that all desks have: who calls is known, and may do what the table
 * says.
 */
class NumbersAtTheGateTest {
    @TempDir Path folder;

    private static Call call(String key) {
        return new Call(key, Instant.now().plusSeconds(30));
    }

    @Test
    void residents_assign_and_a_body_that_may_not_is_refused_before_anything_is_read() {
        try (Keeper keeper = new Keeper(folder)) {
            Desks<NumberService> desks =
                    Desks.of(
                            Organisation.NUMBERS,
                            NumberService.class,
                            keeper.numbers.desk(Caller::current),
                            new SimpleMeterRegistry());
            List<ResidentRecordCode> people = Keeper.codes(1, 3);
            NumberToken person =
                    desks.desk(Organisation.RESIDENTS).assign(call("a"), people).getFirst().token();
            assertThat(
                            desks.desk(Organisation.RESIDENTS)
                                    .reveal(call("b"), new Reading(person, Keeper.register()))
                                    .number()
                                    .digits())
                    .startsWith("9");
            for (Organisation body :
                    List.of(Organisation.PORTAL, Organisation.BUSINESS, Organisation.STORE)) {
                assertThatThrownBy(() ->
                                desks.desk(body)
                                        .reveal(call("c"), new Reading(person, Keeper.register())))
                        .isInstanceOf(CallNotPermitted.class);
            }
            for (Organisation body : List.of(Organisation.TAX, Organisation.WELFARE)) {
                assertThatThrownBy(() ->
                                desks.desk(body)
                                        .tokenOfCode(
                                                call("d"),
                                                new CodeOrder(
                                                        people.getFirst(), Keeper.register())))
                        .isInstanceOf(CallNotPermitted.class);
            }
            assertThatThrownBy(() -> desks.desk(Organisation.COUNTER).assign(call("e"), people))
                    .isInstanceOf(CallNotPermitted.class);
            assertThat(keeper.log()).hasSize(2);
        }
    }
}
