package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.Era;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MynaException;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.sample.SampleConfiguration;
import org.openmyna.server.sample.SampleService;
import org.openmyna.server.sample.SampleService.Answer;
import org.openmyna.server.sample.SampleService.Failure;
import org.openmyna.server.sample.SampleService.Question;
import org.openmyna.server.sample.SampleService.Receipt;
import org.openmyna.server.sample.SampleService.Weekday;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What every desk promises, in one process and over the network alike. */
abstract class DesksContract {
    private static final List<ResidentRecordCode> NOBODY = List.of();

    /** The desk as an organisation has it. */
    abstract SampleService desk(Organisation caller);

    static TestCountry country() {
        return Shared.COUNTRY;
    }

    private static final class Shared {
        static final TestCountry COUNTRY =
                TestCountry.with(
                        List.of(new Part(Organisation.SANDBOX, 0, SampleConfiguration.class)),
                        settings -> settings.withTlsPort(0));
    }

    static Call call() {
        return new Call(UUID.randomUUID().toString(), Instant.now().plusSeconds(60));
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        MynaException.class,
                        refused -> assertThat(refused.errorCode().code()).isEqualTo(code));
    }

    private SampleService counter() {
        return desk(Organisation.COUNTER);
    }

    @Test
    void who_calls_is_known_behind_the_desk() {
        assertThat(counter().act(call(), 7, NOBODY).caller()).isEqualTo(Organisation.COUNTER);
        assertThat(desk(Organisation.RESIDENTS).act(call(), 7, NOBODY).caller())
                .isEqualTo(Organisation.RESIDENTS);
    }

    @Test
    void values_arrive_as_they_were_sent() {
        var question =
                new Question.HowOld(
                        new JapaneseDate.MonthUnknown(Era.SHOWA, 60),
                        Optional.of(LocalDate.parse("2026-04-01")));
        assertThat(counter().ask(call(), question))
                .hasValue(new Answer(question, Organisation.COUNTER));
        assertThat(counter().ask(call(), new Question.Nothing())).isEmpty();
        assertThat(
                        counter()
                                .days(
                                        call(),
                                        LocalDate.parse("2024-02-28"),
                                        LocalDate.parse("2024-03-06"),
                                        Weekday.SUNDAY))
                .containsExactly(LocalDate.parse("2024-03-03"));
        List<ResidentRecordCode> people = List.of(ResidentRecordCode.withCheckDigit("9000000001"));
        assertThat(counter().act(call(), Long.MAX_VALUE, people))
                .extracting(Receipt::id, Receipt::people)
                .containsExactly(Long.MAX_VALUE, 1);
    }

    @Test
    void an_act_that_is_repeated_with_its_key_happens_once() {
        Call once = call();
        Receipt first = counter().act(once, 7, NOBODY);
        assertThat(counter().act(once, 7, NOBODY)).isEqualTo(first);
        assertThat(desk(Organisation.RESIDENTS).act(once, 7, NOBODY).acts())
                .as("the same key of another caller is another key")
                .isGreaterThan(first.acts());
        assertRefused("MYNA-SRV-014", () -> counter().act(once, 8, NOBODY));
        assertRefused("MYNA-SRV-014", () -> counter().silent(once));
    }

    @Test
    void an_act_without_an_outcome_happens_once_too() {
        Call once = call();
        counter().silent(once);
        long then = counter().acts(call());
        counter().silent(once);
        assertThat(counter().acts(call())).isEqualTo(then);
        assertThat(counter().hasActed(call())).isTrue();
    }

    @Test
    void what_only_asks_is_answered_anew_under_any_key() {
        Call call = call();
        long before = counter().acts(call);
        counter().silent(call());
        assertThat(counter().acts(call)).isGreaterThan(before);
        assertThat(counter().ask(call, new Question.Nothing())).isEmpty();
    }

    @Test
    void what_failed_may_be_tried_again_under_its_key() {
        Call call = call();
        long before = counter().acts(call());
        assertRefused("MYNA-SRV-021", () -> counter().fail(call, Failure.REFUSED));
        assertRefused("MYNA-SRV-021", () -> counter().fail(call, Failure.REFUSED));
        assertThat(counter().acts(call())).isEqualTo(before + 2);
    }

    @Test
    void a_mistake_inside_tells_nothing_of_itself() {
        assertThatThrownBy(() -> counter().fail(call(), Failure.UNEXPECTED))
                .isInstanceOf(RuntimeException.class)
                .satisfies(this::tellsNothing);
    }

    /** In one process the mistake itself is thrown. */
    abstract void tellsNothing(Throwable failure);

    @Test
    void whoever_may_not_is_refused() {
        SampleService portal = desk(Organisation.PORTAL);
        assertThat(portal.ask(call(), new Question.Nothing())).isEmpty();
        assertRefused("MYNA-SRV-010", () -> portal.silent(call()));
        assertRefused("MYNA-SRV-010", () -> desk(Organisation.TAX).acts(call()));
    }

    @Test
    void a_call_whose_deadline_has_passed_does_nothing() {
        long before = counter().acts(call());
        Call late = new Call(UUID.randomUUID().toString(), Instant.now().minusSeconds(1));
        assertRefused("MYNA-SRV-011", () -> counter().silent(late));
        assertThat(counter().acts(call())).isEqualTo(before);
    }

    @Test
    void nobody_calls_from_within_a_transaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertRefused("MYNA-SRV-012", () -> counter().silent(call()));
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    @Test
    void calls_are_counted_by_desk_caller_operation_and_outcome() {
        counter().silent(call());
        assertRefused("MYNA-SRV-010", () -> desk(Organisation.PORTAL).silent(call()));
        assertThat(country().get("/actuator/prometheus").body())
                .contains(
                        "openmyna_calls_seconds_count{caller=\"counter\",desk=\"sandbox\","
                                + "operation=\"ACT\",outcome=\"done\"}",
                        "caller=\"portal\",desk=\"sandbox\",operation=\"ACT\",outcome=\"MYNA-SRV-010\"");
    }

    @Test
    void a_desk_is_a_value_like_others() {
        SampleService desk = counter();
        assertThat(Set.of(desk, desk(Organisation.PORTAL))).contains(desk);
        assertThat(desk.toString()).isEqualTo("SampleService");
    }
}
