package org.openmyna.trust.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.trust.lint.Asn.*;
import static org.openmyna.trust.lint.Draft.*;
import static org.openmyna.trust.lint.Planted.of;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmyna.trust.lint.ExpectedCertificate.FourItems;

/** Each planted violation of the four items is found, by exactly its rule. */
class PlantedFourItemsTest {
    private static final String BITS = "0000000000000000100";

    private static Planted san(String what, int number, Consumer<List<byte[]>> change) {
        return of(
                what,
                number,
                d -> {
                    List<byte[]> names = d.fourItems();
                    change.accept(names);
                    d.values.put(SAN, seq(join(names)));
                });
    }

    /** The application has the same mistake, so only the rule can find it. */
    private static Planted items(String what, int number, FourItems items) {
        return of(what, number, d -> d.items = items);
    }

    private static FourItems clean() {
        return Draft.signature().items;
    }

    private static Planted name(String what, int number, String name) {
        FourItems c = clean();
        String bits = "0".repeat(name.codePointCount(0, name.length()));
        return items(
                what, number, new FourItems(name, bits, "1", c.birthDate(), c.address(), BITS));
    }

    private static Planted date(String what, int number, String date) {
        FourItems c = clean();
        return items(what, number, new FourItems(c.name(), "00000", "1", date, c.address(), BITS));
    }

    private static Planted sex(String what, String sex) {
        FourItems c = clean();
        return items(
                what, 71, new FourItems(c.name(), "00000", sex, c.birthDate(), c.address(), BITS));
    }

    private static Planted bits(String what, int number, String ofName, String ofAddress) {
        FourItems c = clean();
        return items(
                what,
                number,
                new FourItems(c.name(), ofName, "1", c.birthDate(), c.address(), ofAddress));
    }

    static Stream<Planted> shapes() {
        return Stream.of(
                san("no sex", 60, all -> all.remove(2)),
                san("a seventh name", 60, all -> all.add(otherName(7, "シケン　イチロウ"))),
                san("the name twice", 60, all -> all.set(5, otherName(1, "試験　一郎"))),
                san("in the order of their numbers", 61, all -> Collections.swap(all, 1, 4)),
                san("address before sex", 61, all -> Collections.swap(all, 2, 3)),
                san("the test file's swap of .5 and .6", 61, all -> Collections.swap(all, 3, 5)),
                san(
                        "sex as a PrintableString",
                        62,
                        all -> all.set(2, otherName(ARC + 3, 0x13, "1"))),
                san(
                        "date as a PrintableString",
                        62,
                        all -> all.set(1, otherName(ARC + 4, 0x13, "319850307"))),
                san("broken UTF-8", 63, all -> all.set(0, raw("C3 28"))),
                san("an overlong slash", 63, all -> all.set(0, raw("C0 AF"))),
                san("a surrogate in UTF-8", 63, all -> all.set(0, raw("ED A0 80"))),
                san("a URI among them", 1, all -> all.add(text(0x86, "http://a.test/"))),
                san("another person's name", 76, all -> all.set(0, otherName(1, "試験　二郎"))),
                san("another address", 76, all -> all.set(3, otherName(5, "東京都千代田区試験町１－２－３　●号室"))),
                san("another sex", 76, all -> all.set(2, otherName(3, "2"))),
                san("another date", 76, all -> all.set(1, otherName(4, "319850308"))),
                san("another bitmap", 76, all -> all.set(4, otherName(2, "10000"))),
                san(
                        "another bitmap of the address",
                        76,
                        all -> all.set(5, otherName(6, "1000000000000000100"))));
    }

    private static byte[] raw(String hex) {
        return tlv(0xA0, oid(ARC + 1), tlv(0xA0, tlv(0x0C, hex(hex))));
    }

    static Stream<Planted> texts() {
        return Stream.of(
                name("an empty name", 64, ""),
                name("201 characters", 64, "試".repeat(201)),
                name("a line feed", 65, "試験\n一郎"),
                name("a NUL", 65, "試験\u0000一郎"),
                name("text from right to left", 65, "試験\u202E一郎"),
                name("a byte order mark", 65, "\uFEFF試験　一郎"),
                name("a zero-width joiner", 65, "試験\u200D一郎"),
                name("a delete", 65, "試験\u007F"),
                name("a private character", 66, "試験\uE000"),
                name("a character beyond the basic plane", 66, "試験\uD842\uDFB7"),
                name("a variation selector", 66, "葛\uDB40\uDD00"),
                name("a combining mark", 66, "か\u3099"),
                name("a blank in front", 67, "　試験　一郎"),
                name("a blank behind", 67, "試験　一郎　"),
                name("two blanks", 67, "試験　　一郎"),
                name("● without its mark", 70, "試験　●郎"),
                bits("a blank as substitute", 70, "00100", BITS),
                bits("● of the address without its mark", 70, "00000", "0".repeat(19)),
                bits("a 2 in the bitmap", 68, "00002", BITS),
                bits("a full-width digit in the bitmap", 68, "0000０", BITS),
                bits("a bitmap of the family name", 69, "00", BITS),
                bits("a bitmap in bytes of the name", 69, "0".repeat(15), BITS),
                bits("no bitmap", 69, "", BITS),
                bits("a bitmap too long", 69, "00000", BITS + "0"),
                sex("sex 0", "0"),
                sex("sex 4", "4"),
                sex("sex 9 of ISO 5218", "9"),
                sex("a letter for sex", "M"),
                sex("no sex", ""));
    }

    static Stream<Planted> dates() {
        return Stream.of(
                date("8 digits", 72, "19850307"),
                date("the year of the era", 74, "300600307"),
                date("era 6", 72, "619850307"),
                date("hyphens", 72, "31985-3-7"),
                date("full-width digits", 72, "３19850307"),
                date("31 April", 73, "319850431"),
                date("29 February of a common year", 73, "319850229"),
                date("month 13", 73, "319851301"),
                date("a day without a month", 73, "319850007"),
                date("a month without a year", 73, "300000300"),
                date("Shōwa 1990", 74, "319900101"),
                date("the first day of Heisei as Shōwa", 74, "319890108"),
                date("the last day of Shōwa as Heisei", 74, "419890107"),
                date("the first day of Shōwa as Taishō", 74, "219261225"),
                date("Reiwa before Reiwa", 74, "520190430"),
                date("the month before Heisei as Heisei", 74, "419881200"),
                date("no era with a known year", 74, "019850307"),
                date("tomorrow", 75, "520270101"),
                date("one day younger than 15", 77, "420110402"),
                date("a child of an unknown day", 77, "420120000"));
    }

    @ParameterizedTest
    @MethodSource({"shapes", "texts", "dates"})
    void a_planted_item_is_found(Planted planted) {
        PlantedFieldsTest.exactly(planted, Draft.signature());
    }

    @Test
    void findings_never_repeat_a_persons_data() {
        Draft draft = Draft.signature();
        draft.values.put(SAN, seq(join(draft.fourItems())));
        draft.items = new FourItems("別人　花子", "00000", "2", "419900101", "別の住所", "0000");
        String all = draft.lint().toString();
        assertThat(all).contains("MYNA-LNT-076").doesNotContain("試験", "別", "1985", "1990");
    }
}
