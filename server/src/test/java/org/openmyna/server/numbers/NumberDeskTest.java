package org.openmyna.server.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.kernel.CorporateNumber;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.AssignedNumber;
import org.openmyna.server.numbers.api.IdentityCheck;
import org.openmyna.server.numbers.api.NumberCheck;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.numbers.api.NumberService.Adoption;
import org.openmyna.server.numbers.api.NumberService.Change;
import org.openmyna.server.numbers.api.NumberService.Check;
import org.openmyna.server.numbers.api.NumberService.CodeChange;
import org.openmyna.server.numbers.api.NumberService.CodeOrder;
import org.openmyna.server.numbers.api.NumberService.Reading;
import org.openmyna.server.numbers.api.NumberService.TokenOrder;
import org.openmyna.server.numbers.api.NumberToken;
import org.openmyna.server.numbers.api.Purpose;

/** What the keeper of numbers does for other organisations. */
class NumberDeskTest {
    private static final Purpose TAX = new Purpose("tax.return", "2026-77", "officer-9");

    @TempDir Path folder;
    private Keeper keeper;

    @BeforeEach
    void open() {
        keeper = new Keeper(folder);
    }

    @AfterEach
    void close() {
        keeper.close();
    }

    private NumberToken atTheTaxOffice(MyNumber number) {
        return keeper.as(Organisation.TAX)
                .token(keeper.call(), new TokenOrder(number, IdentityCheck.MY_NUMBER_CARD, TAX));
    }

    @Test
    void everybody_gets_a_number_of_ones_own_that_begins_with_nine() {
        List<NumberToken> people = keeper.assigned(Keeper.codes(1, 1_200));
        Set<MyNumber> numbers = new HashSet<>();
        for (NumberToken each : people.subList(0, 100)) numbers.add(keeper.numberOf(each));
        assertThat(new HashSet<>(people)).hasSize(1_200);
        assertThat(numbers)
                .hasSize(100)
                .allMatch(number -> number.digits().startsWith("9"))
                .allMatch(number -> MyNumber.parse(number.digits()).equals(number));
    }

    @Test
    void numbers_are_assigned_in_the_order_of_the_question_and_once() {
        List<ResidentRecordCode> codes = Keeper.codes(2, 50);
        List<NumberToken> first = keeper.assigned(codes);
        assertThat(keeper.assigned(codes.reversed())).isEqualTo(first.reversed());
        List<ResidentRecordCode> twice = new ArrayList<>(codes.subList(40, 50));
        twice.addAll(Keeper.codes(3, 5));
        twice.addAll(Keeper.codes(3, 5));
        List<NumberToken> later = keeper.assigned(twice);
        assertThat(later.subList(0, 10)).isEqualTo(first.subList(40, 50));
        assertThat(later.subList(10, 15)).isEqualTo(later.subList(15, 20));
        assertThat(keeper.assigned(List.of())).isEmpty();
    }

    @Test
    void more_than_ten_thousand_people_are_too_many_for_one_call() {
        List<ResidentRecordCode> many = Keeper.codes(4, 10_001);
        assertThatThrownBy(() -> keeper.assigned(many))
                .isInstanceOf(TooManyAtOnce.class)
                .hasMessageContaining("MYNA-NUM-020");
        assertThat(keeper.assigned(many.subList(0, 10_000))).doesNotHaveDuplicates();
    }

    @Test
    void a_production_derives_all_eleven_digits(@TempDir Path other) {
        try (Keeper production =
                new Keeper(
                        other,
                        NumberMode.PRODUCTION,
                        Affairs.ofTheProgram(),
                        UnaryOperator.identity())) {
            Set<Character> first = new HashSet<>();
            for (NumberToken each : production.assigned(Keeper.codes(5, 120))) {
                first.add(production.numberOf(each).digits().charAt(0));
            }
            assertThat(first).hasSizeGreaterThan(5);
        }
    }

    @Test
    void two_bodies_have_different_tokens_and_cannot_use_each_others() {
        ResidentRecordCode code = Keeper.codes(6, 1).getFirst();
        NumberToken residents = keeper.assigned(code);
        NumberToken sandbox =
                keeper.as(Organisation.SANDBOX)
                        .assign(keeper.call(), List.of(code))
                        .getFirst()
                        .token();
        assertThat(sandbox).isNotEqualTo(residents);
        assertThatThrownBy(() -> keeper.numberOf(sandbox)).isInstanceOf(TokenUnknown.class);
    }

    @Test
    void a_body_that_may_have_the_code_gets_its_own_token_for_it_in_its_own_purpose() {
        ResidentRecordCode code = Keeper.codes(8, 1).getFirst();
        NumberToken residents = keeper.assigned(code);
        Purpose purpose = new Purpose("juki.counter", "28201-000001", "c1-282014");
        NumberService counter = keeper.as(Organisation.COUNTER);
        NumberToken token = counter.tokenOfCode(keeper.call(), new CodeOrder(code, purpose));
        assertThat(token).isNotEqualTo(residents);
        assertThat(counter.reveal(keeper.call(), new Reading(token, purpose)).number())
                .isEqualTo(keeper.numberOf(residents));
        assertThat(keeper.numbers.entriesAbout(Organisation.COUNTER, token))
                .extracting(each -> each.entry().operation())
                .contains("TOKEN_OF_CODE");
        var entry =
                keeper.numbers.entriesAbout(Organisation.COUNTER, token).stream()
                        .filter(each -> each.entry().operation().equals("TOKEN_OF_CODE"))
                        .findFirst()
                        .orElseThrow()
                        .entry();
        assertThat(entry.toString()).contains("juki.counter", "28201-000001", "c1-282014");
    }

    @Test
    void a_code_without_a_number_is_refused_and_so_is_another_bodys_purpose() {
        ResidentRecordCode nobody = Keeper.codes(9, 1).getFirst();
        Purpose purpose = new Purpose("juki.counter", "28201-000001", "c1-282014");
        NumberService counter = keeper.as(Organisation.COUNTER);
        assertThatThrownBy(() -> counter.tokenOfCode(keeper.call(), new CodeOrder(nobody, purpose)))
                .isInstanceOf(CodeWithoutNumber.class)
                .hasMessageContaining("MYNA-NUM-022");
        keeper.assigned(nobody);
        assertThatThrownBy(() -> counter.tokenOfCode(keeper.call(), new CodeOrder(nobody, TAX)))
                .isInstanceOf(AffairOfAnotherBody.class);
    }

    @Test
    void a_token_that_was_made_up_is_nobodys() {
        NumberToken token = keeper.assigned(Keeper.codes(7, 1).getFirst());
        String value = token.value();
        for (int at = 0; at < value.length(); at++) {
            for (char other : "abq7".toCharArray()) {
                if (value.charAt(at) == other) continue;
                var wrong =
                        new NumberToken(value.substring(0, at) + other + value.substring(at + 1));
                assertThatThrownBy(() -> keeper.numberOf(wrong)).isInstanceOf(TokenUnknown.class);
            }
        }
    }

    @Test
    void after_a_leak_there_is_another_number_and_the_same_token() {
        NumberToken person = keeper.assigned(Keeper.codes(8, 1).getFirst());
        MyNumber leaked = keeper.numberOf(person);
        AssignedNumber changed =
                keeper.as(Organisation.RESIDENTS)
                        .change(keeper.call(), new Change(person, false, Keeper.register()));
        assertThat(changed).isEqualTo(new AssignedNumber(person, 1));
        assertThat(keeper.numberOf(person)).isNotEqualTo(leaked);
        assertThatThrownBy(() -> atTheTaxOffice(leaked)).isInstanceOf(NumberNotInUse.class);
    }

    @Test
    void the_token_of_a_body_survives_every_change() {
        NumberToken person = keeper.assigned(Keeper.codes(9, 1).getFirst());
        NumberToken before = atTheTaxOffice(keeper.numberOf(person));
        Set<MyNumber> all = new HashSet<>();
        for (int n = 0; n < 5; n++) all.add(keeper.changed(person));
        assertThat(all).hasSize(5);
        assertThat(atTheTaxOffice(keeper.numberOf(person))).isEqualTo(before);
    }

    @Test
    void a_change_that_is_repeated_changes_once_also_after_a_restart() {
        NumberToken person = keeper.assigned(Keeper.codes(10, 1).getFirst());
        Call call = keeper.call();
        Change order = new Change(person, true, Keeper.register());
        AssignedNumber first = keeper.as(Organisation.RESIDENTS).change(call, order);
        MyNumber number = keeper.numberOf(person);
        keeper.restart();
        assertThat(keeper.as(Organisation.RESIDENTS).change(call, order)).isEqualTo(first);
        assertThat(keeper.numberOf(person)).isEqualTo(number);
    }

    @Test
    void another_record_code_leaves_number_and_token_as_they_are() {
        List<ResidentRecordCode> codes = Keeper.codes(11, 3);
        NumberToken person = keeper.assigned(codes.get(0));
        MyNumber number = keeper.numberOf(person);
        NumberService desk = keeper.as(Organisation.RESIDENTS);
        CodeChange order = new CodeChange(codes.get(0), codes.get(1));
        desk.codeChanged(keeper.call(), order);
        desk.codeChanged(keeper.call(), order);
        assertThat(keeper.assigned(codes.get(1))).isEqualTo(person);
        assertThat(keeper.numberOf(person)).isEqualTo(number);
        assertThat(keeper.changed(person)).isNotEqualTo(number);
        // whoever has had it once has had it for ever
        assertThat(keeper.assigned(codes.get(0))).isEqualTo(person);
    }

    @Test
    void a_record_code_of_somebody_else_is_refused() {
        List<ResidentRecordCode> codes = Keeper.codes(12, 4);
        keeper.assigned(codes.subList(0, 2));
        NumberService desk = keeper.as(Organisation.RESIDENTS);
        desk.codeChanged(keeper.call(), new CodeChange(codes.get(0), codes.get(2)));
        List.of(codes.get(0), codes.get(2))
                .forEach(taken ->
                        assertThatThrownBy(() ->
                                        desk.codeChanged(
                                                keeper.call(), new CodeChange(codes.get(1), taken)))
                                .isInstanceOf(CodeTaken.class));
        assertThatThrownBy(() ->
                        desk.codeChanged(keeper.call(), new CodeChange(codes.get(3), codes.get(1))))
                .isInstanceOf(CodeUnknown.class);
    }

    @Test
    void a_number_that_was_given_elsewhere_is_kept() {
        List<ResidentRecordCode> codes = Keeper.codes(13, 3);
        MyNumber number = MyNumber.withCheckDigit("98320567321");
        NumberService desk = keeper.as(Organisation.SANDBOX);
        NumberToken person = desk.adopt(keeper.call(), new Adoption(codes.get(0), number)).token();
        assertThat(desk.adopt(keeper.call(), new Adoption(codes.get(0), number)).token())
                .isEqualTo(person);
        var specimen = new Purpose("sandbox.specimen", "1", "tester");
        assertThat(desk.reveal(keeper.call(), new Reading(person, specimen)).number())
                .isEqualTo(number);
        assertThatThrownBy(() -> desk.adopt(keeper.call(), new Adoption(codes.get(1), number)))
                .isInstanceOf(NumberTaken.class);
        assertThatThrownBy(() ->
                        desk.adopt(
                                keeper.call(),
                                new Adoption(codes.get(0), MyNumber.withCheckDigit("98320567322"))))
                .isInstanceOf(HasAnotherNumber.class);
        assertThatThrownBy(() ->
                        desk.adopt(
                                keeper.call(),
                                new Adoption(codes.get(2), MyNumber.withCheckDigit("12345678901"))))
                .isInstanceOf(NotATestNumber.class);
        NumberToken again = keeper.assigned(codes.get(0));
        assertThat(keeper.changed(again)).isNotEqualTo(number);
    }

    @Test
    void a_number_check_says_whether_it_is_the_persons_present_number() {
        List<NumberToken> people = keeper.assigned(Keeper.codes(14, 2));
        MyNumber own = keeper.numberOf(people.get(0));
        MyNumber others = keeper.numberOf(people.get(1));
        assertThat(checked(people.get(0), own)).isEqualTo(NumberCheck.MATCHES);
        assertThat(checked(people.get(0), others)).isEqualTo(NumberCheck.DIFFERS);
        MyNumber present = keeper.changed(people.get(0));
        assertThat(checked(people.get(0), own)).isEqualTo(NumberCheck.DIFFERS);
        assertThat(checked(people.get(0), present)).isEqualTo(NumberCheck.MATCHES);
        assertThat(keeper.log())
                .extracting(each -> each.entry().outcome())
                .contains("MATCHES PHOTO_DOCUMENT", "DIFFERS PHOTO_DOCUMENT");
    }

    private NumberCheck checked(NumberToken person, MyNumber number) {
        return keeper.as(Organisation.RESIDENTS)
                .check(
                        keeper.call(),
                        new Check(person, number, IdentityCheck.PHOTO_DOCUMENT, Keeper.register()));
    }

    @Test
    void a_body_gets_one_corporate_number_for_one_call() {
        NumberService desk = keeper.as(Organisation.TAX);
        Call call = keeper.call();
        CorporateNumber number = desk.corporateNumber(call, "架空商事株式会社（試験用）");
        assertThat(desk.corporateNumber(call, "架空商事株式会社（試験用）")).isEqualTo(number);
        Set<CorporateNumber> all = new HashSet<>();
        for (int n = 0; n < 50; n++) all.add(desk.corporateNumber(keeper.call(), "試験 " + n));
        assertThat(all).hasSize(50).doesNotContain(number);
        assertThat(all).allMatch(each -> each.digits().charAt(1) == '9');
        assertThatThrownBy(() -> desk.corporateNumber(keeper.call(), " "))
                .isInstanceOf(CorporateNameMalformed.class);
    }
}
