package org.openmyna.server.counter;

import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.server.residents.api.FamilyRegister;
import org.openmyna.server.residents.api.ForeignResident;
import org.openmyna.server.residents.api.Home;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.Newcomer;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.api.Qualification;
import org.openmyna.server.residents.api.Relationship;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.Standing;

/** Every notice that can be given at a counter. */
final class EventForms {
    private static final int MOST_NEWCOMERS = 8;

    /** The electoral roll is not among them: it follows three months later (公職選挙法21条). */
    private static final List<Qualification.Kind> OF_NEWCOMERS =
            List.of(
                    Qualification.Kind.NATIONAL_HEALTH_INSURANCE,
                    Qualification.Kind.ELDERLY_MEDICAL_CARE,
                    Qualification.Kind.LONG_TERM_CARE,
                    Qualification.Kind.NATIONAL_PENSION,
                    Qualification.Kind.CHILD_ALLOWANCE);

    private static final List<Qualification.Kind> OF_CHILDREN =
            List.of(
                    Qualification.Kind.NATIONAL_HEALTH_INSURANCE,
                    Qualification.Kind.CHILD_ALLOWANCE);

    private EventForms() {}

    /** In the order in which they are offered. */
    static final List<EventForm> ALL =
            List.of(
                    EventForm.of("MoveWithin")
                            .asks("who", Field.who())
                            .asks("home", address(), household("SAME", "NEW", "JOIN"), joins())
                            .makes(a -> new LifeEvent.MoveWithin(home(a), a.going(), a.staying())),
                    EventForm.of("MoveOut")
                            .asks("who", Field.who())
                            .asks(
                                    "destination",
                                    Field.text("destination", Address::parse),
                                    Field.tick("special"))
                            .makes(a ->
                                    new LifeEvent.MoveOut(
                                            a.goingIds(),
                                            Address.parse(a.text("destination")),
                                            a.ticked("special"),
                                            a.staying())),
                    EventForm.of("HouseholdChange")
                            .asks("who", Field.who().said("members"))
                            .asks("household", household("SAME", "NEW", "JOIN"), joins())
                            .makes(a ->
                                    new LifeEvent.HouseholdChange(
                                            joined(a), a.going(), a.staying())),
                    EventForm.of("Birth")
                            .enters(1, EventForms::child)
                            .makes(a ->
                                    new LifeEvent.Birth(
                                            a.household(),
                                            newcomer(a, "p1-", JapaneseDate.of(a.effective())))),
                    EventForm.of("Death")
                            .fits(EventForms::isOpen)
                            .asks("staying", Field.staying())
                            .makes(a -> new LifeEvent.Death(a.person(), a.staying())),
                    EventForm.of("NameChange")
                            .fits(EventForms::isOpen)
                            .asks("name", name(), furigana())
                            .asks("family-register", familyRegister(""))
                            .makes(a ->
                                    new LifeEvent.NameChange(
                                            a.person(),
                                            PersonName.parse(a.text("name")),
                                            a.maybe("furigana"),
                                            familyRegister(a, ""))),
                    EventForm.of("FormerSurnameChange")
                            .fits(record -> isOpen(record) && record.foreign().isEmpty())
                            .asks("name", Field.text("formerSurname").optional())
                            .makes(a ->
                                    new LifeEvent.FormerSurnameChange(
                                            a.person(), a.maybe("formerSurname"))),
                    EventForm.of("AliasChange")
                            .fits(record -> isOpen(record) && record.foreign().isPresent())
                            .asks("name", Field.text("alias").optional())
                            .makes(a -> new LifeEvent.AliasChange(a.person(), a.maybe("alias"))),
                    EventForm.of("StayChange")
                            .fits(record -> isOpen(record) && record.foreign().isPresent())
                            .asks("stay", stay("", true))
                            .makes(a ->
                                    new LifeEvent.StayChange(
                                            a.person(), foreign(a, "").orElseThrow())),
                    EventForm.of("Emigration")
                            .asks("who", Field.who())
                            .asks("abroad", Field.text("country"), Field.tick("continuedUse"))
                            .makes(a ->
                                    new LifeEvent.Emigration(
                                            a.goingIds(),
                                            a.text("country"),
                                            a.ticked("continuedUse"),
                                            a.staying())),
                    EventForm.of("Correction")
                            .fits(record -> true)
                            .asks(
                                    "correction",
                                    name().optional(),
                                    furigana(),
                                    Field.birthDate("birthDate").optional(),
                                    sex().optional(),
                                    address().optional())
                            .asks("family-register", familyRegister(""))
                            .makes(EventForms::correction),
                    EventForm.of("Deletion")
                            .fits(EventForms::isOpen)
                            .asks("staying", Field.staying())
                            .makes(a -> new LifeEvent.Deletion(a.person(), a.staying())),
                    EventForm.of("RecordCodeChange")
                            .fits(EventForms::isOpen)
                            .makes(a -> new LifeEvent.RecordCodeChange(a.person())),
                    EventForm.of("Arrival")
                            .ofNobody()
                            .enters(MOST_NEWCOMERS, EventForms::stranger)
                            .asks(
                                    "home",
                                    address(),
                                    joins().said("joinsOrNew"),
                                    Field.text("from", Address::parse).optional())
                            .makes(EventForms::arrival),
                    EventForm.of("MoveIn")
                            .ofNobody()
                            .asks("movers", Field.movers())
                            .asks("home", address(), joins().said("joinsOrNew"))
                            .makes(a -> new LifeEvent.MoveIn(home(a), a.movers())),
                    EventForm.of("Cancellation")
                            .fits(record -> true)
                            .withoutDay()
                            .asks("cancellation", Field.hidden("notice"))
                            .makes(a ->
                                    new LifeEvent.Cancellation(new NoticeId(a.number("notice")))));

    static Optional<EventForm> find(String path) {
        return ALL.stream().filter(each -> each.path().equals(path)).findFirst();
    }

    /**
     * Those that are about somebody with a record, but for cancellations, which begin elsewhere.
     */
    static List<EventForm> of(ResidentRecord record) {
        return ALL.stream()
                .filter(each -> each.ofPerson() && each.effectiveDay())
                .filter(each -> each.fits().test(record))
                .toList();
    }

    static List<EventForm> ofNobody() {
        return ALL.stream().filter(each -> !each.ofPerson()).toList();
    }

    private static boolean isOpen(ResidentRecord record) {
        return record.standing() != Standing.DEAD && record.standing() != Standing.REMOVED;
    }

    private static Field address() {
        return Field.text("address", Address::parse);
    }

    private static Field household(String... options) {
        return Field.choice("household", options);
    }

    private static Field joins() {
        return Field.number("joins").optional();
    }

    private static Field name() {
        return Field.text("name", PersonName::parse);
    }

    private static Field furigana() {
        return Field.text("furigana").optional();
    }

    private static Field sex() {
        return Field.choice("sex", "FEMALE", "MALE", "UNKNOWN");
    }

    private static Field relationship() {
        return Field.text("relationship", Relationship::new);
    }

    private static Field[] familyRegister(String prefix) {
        return new Field[] {
            Field.text("registerCode", MunicipalityCode::parse).optional().of(prefix),
            Field.text("registerAddress", Address::parse).optional().of(prefix),
            Field.text("registerHead", PersonName::parse).optional().of(prefix)
        };
    }

    private static Field[] stay(String prefix, boolean required) {
        Field[] all = {
            Field.text("nationality"), Field.text("status"),
            Field.day("until").optional(), Field.text("residenceCard")
        };
        for (int n = 0; n < all.length; n++) {
            all[n] = (required ? all[n] : all[n].optional()).of(prefix);
        }
        return all;
    }

    private static Field[] alias(String prefix) {
        return new Field[] {Field.text("alias").optional().of(prefix)};
    }

    private static Field[] qualifications(String prefix, List<Qualification.Kind> kinds) {
        return kinds.stream().map(each -> Field.tick(each.name()).of(prefix)).toArray(Field[]::new);
    }

    /** From the day of the event on: who comes or is born is insured from then on. */
    private static List<Qualification> qualifications(Answers a, String p) {
        return OF_NEWCOMERS.stream()
                .filter(each -> a.ticked(p + each.name()))
                .map(each -> new Qualification(each, a.effective()))
                .toList();
    }

    private static Group child(int number) {
        String p = "p" + number + "-";
        return new Group(
                "child",
                0,
                joined(
                        new Field[] {
                            name().of(p), furigana().of(p), sex().of(p), relationship().of(p)
                        },
                        familyRegister(p),
                        stay(p, false),
                        alias(p),
                        qualifications(p, OF_CHILDREN)));
    }

    private static Group stranger(int number) {
        String p = "p" + number + "-";
        return new Group(
                "newcomer",
                number,
                joined(
                        new Field[] {
                            name().of(p),
                            furigana().of(p),
                            Field.birthDate("birthDate").of(p),
                            sex().of(p),
                            relationship().of(p)
                        },
                        familyRegister(p),
                        new Field[] {Field.text("formerSurname").optional().of(p)},
                        stay(p, false),
                        alias(p),
                        qualifications(p, OF_NEWCOMERS)));
    }

    private static List<Field> joined(Field[]... parts) {
        return java.util.stream.Stream.of(parts).flatMap(java.util.stream.Stream::of).toList();
    }

    /** None for a household of their own. */
    private static Optional<HouseholdId> joined(Answers a) {
        return switch (a.maybe("household").orElse(a.maybe("joins").isPresent() ? "JOIN" : "NEW")) {
            case "SAME" -> Optional.of(a.household());
            case "JOIN" -> Optional.of(new HouseholdId(a.number("joins")));
            default -> Optional.empty();
        };
    }

    private static Home home(Answers a) {
        return new Home(a.municipality(), Address.parse(a.text("address")), joined(a));
    }

    private static LifeEvent arrival(Answers a) {
        List<Newcomer> people =
                java.util.stream.IntStream.rangeClosed(1, a.people())
                        .mapToObj(n -> "p" + n + "-")
                        .map(p -> newcomer(a, p, a.birthDate(p + "birthDate").orElseThrow()))
                        .toList();
        return new LifeEvent.Arrival(home(a), people, a.maybe("from").map(Address::parse));
    }

    private static LifeEvent correction(Answers a) {
        return new LifeEvent.Correction(
                a.person(),
                a.maybe("name").map(PersonName::parse),
                a.maybe("furigana"),
                a.birthDate("birthDate"),
                a.maybe("sex").map(Sex::valueOf),
                a.maybe("address").map(Address::parse),
                familyRegister(a, ""));
    }

    private static Newcomer newcomer(Answers a, String p, JapaneseDate birthDate) {
        return new Newcomer(
                PersonName.parse(a.text(p + "name")),
                a.maybe(p + "furigana"),
                a.maybe(p + "formerSurname"),
                a.maybe(p + "alias"),
                birthDate,
                Sex.valueOf(a.text(p + "sex")),
                new Relationship(a.text(p + "relationship")),
                familyRegister(a, p),
                foreign(a, p),
                qualifications(a, p),
                Optional.empty());
    }

    /** All of it or nothing: {@link Answers} sees to that. */
    private static Optional<FamilyRegister> familyRegister(Answers a, String p) {
        return a.maybe(p + "registerCode")
                .map(code ->
                        new FamilyRegister(
                                MunicipalityCode.parse(code),
                                Address.parse(a.text(p + "registerAddress")),
                                PersonName.parse(a.text(p + "registerHead"))));
    }

    private static Optional<ForeignResident> foreign(Answers a, String p) {
        return a.maybe(p + "nationality")
                .map(nationality ->
                        new ForeignResident(
                                nationality,
                                a.text(p + "status"),
                                a.day(p + "until"),
                                a.text(p + "residenceCard")));
    }
}
