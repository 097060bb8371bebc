package org.openmyna.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.Era;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.server.residents.api.Found;
import org.openmyna.server.residents.api.Home;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.Newcomer;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.api.RecordedNotice;
import org.openmyna.server.residents.api.Relationship;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.Standing;
import tools.jackson.core.JacksonException;

class HouseJsonTest {
    private static final Relationship HEAD = new Relationship("世帯主");

    private static <T> T travelled(Class<T> type, T value) {
        return HouseJson.mapper().readValue(HouseJson.mapper().writeValueAsString(value), type);
    }

    static List<JapaneseDate> dates() {
        return List.of(
                JapaneseDate.of(LocalDate.parse("1985-03-07")),
                JapaneseDate.of(LocalDate.parse("1926-12-25")),
                new JapaneseDate.DayUnknown(Era.SHOWA, 60, 3),
                new JapaneseDate.MonthUnknown(Era.SHOWA, 60),
                new JapaneseDate.YearUnknown(Era.MEIJI),
                new JapaneseDate.Unknown());
    }

    private static Newcomer newcomer(JapaneseDate birthDate) {
        return new Newcomer(
                new PersonName("試験\u3000一\uDB40\uDD01郎"),
                Optional.of("シケン イチロウ"),
                Optional.empty(),
                Optional.empty(),
                birthDate,
                Sex.MALE,
                HEAD,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("dates")
    void a_birth_date_travels_as_certificates_write_it(JapaneseDate date) {
        String json = HouseJson.mapper().writeValueAsString(newcomer(date));
        assertThat(json).contains("\"" + date.certificateForm() + "\"");
        assertThat(HouseJson.mapper().readValue(json, Newcomer.class)).isEqualTo(newcomer(date));
    }

    static List<LifeEvent> events() {
        var member = new Member(new ResidentId(7), HEAD);
        var home =
                new Home(
                        MunicipalityCode.withCheckDigit("28201"),
                        new Address("兵庫県姫路市試験町一丁目９９９番"),
                        Optional.empty());
        return List.of(
                new LifeEvent.Arrival(
                        home,
                        List.of(newcomer(new JapaneseDate.Unknown())),
                        Optional.of(home.address())),
                new LifeEvent.MoveIn(home, List.of(member)),
                new LifeEvent.MoveOut(
                        List.of(new ResidentId(7)), home.address(), true, List.of(member)),
                new LifeEvent.Death(new ResidentId(7), List.of()),
                new LifeEvent.FormerSurnameChange(new ResidentId(7), Optional.empty()),
                new LifeEvent.Emigration(List.of(new ResidentId(7)), "TEST", true, List.of()),
                new LifeEvent.Cancellation(new NoticeId(9)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_travels_with_its_name(LifeEvent event) {
        var notice =
                new RecordedNotice(
                        new NoticeId(3),
                        new Notice(
                                event,
                                LocalDate.parse("2026-04-01"),
                                LocalDate.parse("2026-04-02")),
                        Instant.parse("2026-04-02T01:02:03.000004Z"),
                        "officer-1",
                        Optional.of(new NoticeId(4)));
        assertThat(HouseJson.mapper().writeValueAsString(notice))
                .contains("\"type\":\"" + event.kind() + "\"");
        assertThat(travelled(RecordedNotice.class, notice)).isEqualTo(notice);
    }

    @Test
    void what_a_value_says_of_itself_is_no_part_of_it() {
        var found =
                new Found(
                        new ResidentId(1),
                        new PersonName("試験\u3000一郎"),
                        Optional.empty(),
                        new JapaneseDate.Unknown(),
                        Optional.empty(),
                        Standing.values()[0],
                        true);
        assertThat(travelled(Found.class, found)).isEqualTo(found);
        assertThat(HouseJson.mapper().writeValueAsString(HEAD)).isEqualTo("{\"text\":\"世帯主\"}");
    }

    @Test
    void what_the_kernel_refuses_does_not_come_in() {
        assertThatThrownBy(() ->
                        HouseJson.mapper()
                                .readValue("{\"digits\":\"123456789012\"}", MyNumber.class))
                .isInstanceOf(JacksonException.class)
                .message()
                .doesNotContain("123456789012");
        assertThatThrownBy(() ->
                        HouseJson.mapper()
                                .readValue("{\"type\":\"java.lang.Object\"}", LifeEvent.class))
                .isInstanceOf(JacksonException.class);
    }
}
