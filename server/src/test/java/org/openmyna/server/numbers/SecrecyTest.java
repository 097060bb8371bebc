package org.openmyna.server.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.kernel.Language;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.MynaException;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.IdentityCheck;
import org.openmyna.server.numbers.api.NumberService.Adoption;
import org.openmyna.server.numbers.api.NumberService.Change;
import org.openmyna.server.numbers.api.NumberService.Check;
import org.openmyna.server.numbers.api.NumberService.CodeChange;
import org.openmyna.server.numbers.api.NumberService.Reading;
import org.openmyna.server.numbers.api.NumberService.Revealed;
import org.openmyna.server.numbers.api.NumberService.TokenOrder;
import org.openmyna.server.numbers.api.NumberToken;
import org.openmyna.server.numbers.api.Purpose;
import org.slf4j.LoggerFactory;

/** My Number is poison: it stands nowhere in plain, whatever happens. */
class SecrecyTest {
    @TempDir Path folder;
    private Keeper keeper;
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void open() {
        keeper = new Keeper(folder);
        logged.start();
        root().setLevel(Level.DEBUG);
        root().addAppender(logged);
    }

    @AfterEach
    void close() {
        root().detachAppender(logged);
        root().setLevel(Level.WARN);
        keeper.close();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** As it is written, grouped, full-width, and as bytes in hexadecimal. */
    private static List<String> forms(String digits) {
        StringBuilder wide = new StringBuilder();
        digits.chars().forEach(each -> wide.append((char) (each - '0' + '０')));
        List<String> forms = new ArrayList<>();
        for (String plain : List.of(digits, wide.toString())) {
            forms.add(plain);
            for (String between : List.of(" ", "-", "　", "－")) {
                forms.add(
                        plain.substring(0, 4)
                                + between
                                + plain.substring(4, 8)
                                + between
                                + plain.substring(8));
            }
            forms.add(HexFormat.of().formatHex(plain.getBytes(StandardCharsets.UTF_8)));
            forms.add(HexFormat.of().formatHex(plain.getBytes(StandardCharsets.UTF_16BE)));
        }
        forms.add(HexFormat.of().toHexDigits(Long.parseLong(digits)));
        return forms;
    }

    private List<String> everythingInTheDatabase() throws SQLException {
        List<String> all = new ArrayList<>();
        for (String table :
                keeper.column(
                        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")) {
            all.addAll(keeper.column("SELECT each::text FROM \"" + table + "\" AS each"));
        }
        return all;
    }

    @Test
    void no_number_and_no_code_is_in_the_database_in_any_form() throws SQLException {
        List<ResidentRecordCode> codes = Keeper.codes(1, 40);
        List<String> secrets = new ArrayList<>();
        codes.forEach(code -> secrets.add(code.digits()));
        List<NumberToken> people = keeper.assigned(codes.subList(0, 30));
        for (NumberToken each : people) {
            MyNumber number = keeper.numberOf(each);
            secrets.add(number.digits());
            keeper.as(Organisation.TAX)
                    .token(
                            keeper.call(),
                            new TokenOrder(
                                    number,
                                    IdentityCheck.KNOWN,
                                    new Purpose("tax.return", "2026-1", "officer")));
            secrets.add(keeper.changed(each).digits());
        }
        MyNumber adopted = MyNumber.withCheckDigit("98320567321");
        keeper.as(Organisation.SANDBOX).adopt(keeper.call(), new Adoption(codes.get(35), adopted));
        secrets.add(adopted.digits());
        keeper.as(Organisation.RESIDENTS)
                .codeChanged(keeper.call(), new CodeChange(codes.get(0), codes.get(36)));
        assertThat(keeper.log()).hasSizeGreaterThan(90);

        String everything = String.join("\n", everythingInTheDatabase());
        assertThat(everything).contains("ASSIGNED", "CHANGED_ON_REQUEST", "ADOPTED", "juki");
        assertThat(secrets).hasSizeGreaterThan(90);
        for (String secret : secrets) assertThat(everything).doesNotContain(forms(secret));
    }

    @Test
    void what_is_refused_tells_no_number_in_error_log_line_or_access_log() throws SQLException {
        List<ResidentRecordCode> codes = Keeper.codes(2, 3);
        NumberToken person = keeper.assigned(codes.get(0));
        MyNumber number = keeper.numberOf(person);
        MyNumber present = keeper.changed(person);
        List<MynaException> errors = new ArrayList<>();
        List<Purpose> purposes =
                List.of(
                        new Purpose("juki.register", present.digits(), "officer"),
                        new Purpose("juki.register", "case-" + number.digits() + "-x", "officer"),
                        new Purpose("juki.register", "1", forms(present.digits()).get(1)),
                        new Purpose("juki.register", "1", forms(present.digits()).get(7)),
                        new Purpose("juki.register", "1", "担当 " + forms(number.digits()).get(2)),
                        new Purpose(present.digits(), "1", "officer"),
                        new Purpose("juki.register", present.digits() + "!", "officer"),
                        new Purpose("no.such", "1", "officer"),
                        new Purpose("tax.return", "1", "officer"));
        for (Purpose each : purposes) {
            errors.add(
                    refusal(() ->
                            keeper.as(Organisation.RESIDENTS)
                                    .reveal(keeper.call(), new Reading(person, each))));
            errors.add(
                    refusal(() ->
                            keeper.as(Organisation.RESIDENTS)
                                    .check(
                                            keeper.call(),
                                            new Check(
                                                    person, present, IdentityCheck.KNOWN, each))));
        }
        errors.add(
                refusal(() ->
                        keeper.as(Organisation.SANDBOX)
                                .adopt(keeper.call(), new Adoption(codes.get(1), number))));
        errors.add(
                refusal(() ->
                        keeper.as(Organisation.SANDBOX)
                                .adopt(
                                        keeper.call(),
                                        new Adoption(
                                                codes.get(0),
                                                MyNumber.withCheckDigit("99999999999")))));
        errors.add(
                refusal(() ->
                        keeper.as(Organisation.RESIDENTS)
                                .codeChanged(
                                        keeper.call(),
                                        new CodeChange(codes.get(2), codes.get(1)))));
        List<String> said = new ArrayList<>();
        for (MynaException error : errors) {
            said.add(error.toString() + error.details() + error.text(Language.JAPANESE));
            for (Throwable each = error.getCause(); each != null; each = each.getCause()) {
                said.add(each.toString());
            }
        }
        logged.list.forEach(line -> said.add(line.getFormattedMessage()));
        keeper.log().forEach(each -> said.add(each.toString()));
        said.addAll(everythingInTheDatabase());
        assertThat(said).hasSizeGreaterThan(60);
        for (String secret :
                List.of(
                        number.digits(),
                        present.digits(),
                        codes.get(0).digits(),
                        codes.get(1).digits(),
                        codes.get(2).digits())) {
            assertThat(String.join("\n", said)).doesNotContain(forms(secret));
        }
        assertThat(keeper.log())
                .extracting(each -> each.entry().outcome())
                .contains("MYNA-NUM-009", "MYNA-NUM-010", "MYNA-NUM-011", "MYNA-NUM-013");
    }

    private static MynaException refusal(Runnable work) {
        try {
            work.run();
        } catch (MynaException expected) {
            return expected;
        }
        throw new AssertionError("it was not refused");
    }

    @Test
    void a_case_number_that_only_looks_like_a_number_is_taken() {
        NumberToken person = keeper.assigned(Keeper.codes(3, 1).getFirst());
        String never = MyNumber.withCheckDigit("12345678901").digits();
        var purpose = new Purpose("juki.register", never, "officer-" + never);
        assertThat(
                        keeper.as(Organisation.RESIDENTS)
                                .reveal(keeper.call(), new Reading(person, purpose)))
                .isNotNull();
    }

    @Test
    void what_travels_does_not_print_the_number() {
        ResidentRecordCode code = Keeper.codes(4, 1).getFirst();
        NumberToken person = keeper.assigned(code);
        MyNumber number = keeper.numberOf(person);
        Purpose purpose = Keeper.register();
        List<Object> travelling =
                List.of(
                        new Revealed(number),
                        new Check(person, number, IdentityCheck.KNOWN, purpose),
                        new TokenOrder(number, IdentityCheck.KNOWN, purpose),
                        new Adoption(code, number),
                        new CodeChange(code, code),
                        new Change(person, true, purpose),
                        new NumberKeys(
                                new SecretKeySpec(new byte[32], "AES"),
                                new SecretKeySpec(new byte[32], "AES"),
                                new SecretKeySpec(new byte[32], "AES"),
                                Map.of()));
        for (Object each : travelling) {
            assertThat(each.toString())
                    .doesNotContain(forms(number.digits()))
                    .doesNotContain(forms(code.digits()));
        }
    }

    @Test
    void files_of_the_keeper_are_for_their_owner_alone_and_open_ones_are_refused()
            throws Exception {
        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(file ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(file)))
                                    .isEqualTo("rw-------"));
        }
        Files.setPosixFilePermissions(
                folder.resolve("numbers.p12"), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(keeper::restart).hasMessageContaining("MYNA-KEY-002");
    }
}
