package org.openmyna.server.sandbox.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeMachineTest {
    @ParameterizedTest
    @CsvSource({
        "1985-03-07, 2026-11-27, 2027-03-07",
        "1985-11-27, 2026-11-27, 2027-11-27",
        "1985-11-28, 2026-11-27, 2026-11-28",
        "2000-02-29, 2026-11-27, 2027-02-28",
        "2000-02-29, 2027-11-27, 2028-02-29",
        "2000-02-29, 2027-02-28, 2028-02-29",
        "2026-11-27, 2026-11-27, 2027-11-27"
    })
    void the_next_birthday_lies_ahead(LocalDate born, LocalDate today, LocalDate next) {
        assertThat(TimeMachine.nextBirthday(born, today)).isEqualTo(next);
    }
}
