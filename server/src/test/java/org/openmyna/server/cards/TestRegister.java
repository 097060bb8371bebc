package org.openmyna.server.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.kernel.Sex;
import org.openmyna.server.calls.Call;
import org.openmyna.server.residents.api.CardHolder;
import org.openmyna.server.residents.api.Deadline;
import org.openmyna.server.residents.api.ForeignResident;
import org.openmyna.server.residents.api.Found;
import org.openmyna.server.residents.api.History;
import org.openmyna.server.residents.api.Household;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.MovingOutData;
import org.openmyna.server.residents.api.NetworkIdentity;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.Outcome;
import org.openmyna.server.residents.api.Protection;
import org.openmyna.server.residents.api.Relationship;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.residents.api.Standing;

/** A register in memory: people are born, move and die; every change is a new version. */
final class TestRegister implements ResidentService {
    static final MunicipalityCode HIMEJI = MunicipalityCode.withCheckDigit("28201");
    static final Address YASUDA = Address.parse("兵庫県姫路市安田四丁目９９９９番地");

    private final Map<Long, CardHolder> people = new ConcurrentHashMap<>();
    private final AtomicLong ids;
    private final AtomicLong version = new AtomicLong();
    private final Map<Long, Runnable> whenRead = new ConcurrentHashMap<>();

    /**
     * @param first id of the first person
     */
    TestRegister(long first) {
        this.ids = new AtomicLong(first);
    }

    long born(String birthDate) {
        return registered(JapaneseDate.parse(birthDate), HIMEJI, Optional.empty());
    }

    long foreigner(Optional<LocalDate> until) {
        var stay = new ForeignResident("試験国", "技術・人文知識・国際業務", until, "AB12345678CD");
        return registered(JapaneseDate.parse("1990-05-05"), HIMEJI, Optional.of(stay));
    }

    long registered(
            JapaneseDate birthDate, MunicipalityCode municipality, Optional<ForeignResident> stay) {
        long id = ids.getAndIncrement();
        var record =
                new ResidentRecord(
                        new ResidentId(id),
                        Standing.RESIDENT,
                        municipality,
                        PersonName.parse("試験　" + "一二三四五六七八九".charAt((int) (id % 9)) + "郎"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        birthDate,
                        Sex.MALE,
                        YASUDA,
                        Optional.of(new HouseholdId(id)),
                        Relationship.HOUSEHOLDER,
                        LocalDate.of(2015, 4, 1),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        stay,
                        List.of(),
                        Optional.empty(),
                        false);
        var code = ResidentRecordCode.withCheckDigit("%010d".formatted(4_000_000_000L + id));
        long now = version.incrementAndGet();
        people.put(id, new CardHolder(record, code, now, at(now)));
        return id;
    }

    ResidentRecordCode code(long person) {
        return there(person).code();
    }

    /** Each change has an instant of its own. */
    private static Instant at(long version) {
        return Instant.EPOCH.plusSeconds(version);
    }

    /** After all that has changed, and before all that will. */
    synchronized Instant now() {
        return at(version.incrementAndGet());
    }

    /**
     * @return since when the change shows
     */
    Instant move(long person, Address address) {
        return change(person, there(person).record().standing(), address);
    }

    Instant die(long person) {
        return change(person, Standing.DEAD, there(person).record().address());
    }

    private synchronized Instant change(long person, Standing standing, Address address) {
        long now = version.incrementAndGet();
        people.computeIfPresent(
                person,
                (_, before) ->
                        new CardHolder(
                                changed(before.record(), standing, address),
                                before.code(),
                                now,
                                at(now)));
        return at(now);
    }

    private static ResidentRecord changed(ResidentRecord was, Standing standing, Address address) {
        return new ResidentRecord(
                was.id(),
                standing,
                was.municipality(),
                was.name(),
                was.furigana(),
                was.formerSurname(),
                was.alias(),
                was.birthDate(),
                was.sex(),
                address,
                was.household(),
                was.relationship(),
                was.residentSince(),
                was.addressSince(),
                Optional.of(was.address()),
                was.familyRegister(),
                was.foreign(),
                was.qualifications(),
                was.plannedMove(),
                was.continuedUse());
    }

    /** Something that happens between the reading of a record and its arrival. */
    void whenRead(long person, Runnable happens) {
        whenRead.put(person, happens);
    }

    private CardHolder there(long person) {
        CardHolder holder = people.get(person);
        if (holder == null) throw new IllegalStateException("nobody has this id");
        return holder;
    }

    private synchronized CardHolder read(long id) {
        CardHolder there = there(id);
        return new CardHolder(there.record(), there.code(), there.version(), at(version.get()));
    }

    @Override
    public CardHolder cardHolder(Call call, long id) {
        CardHolder read = read(id);
        whenRead.getOrDefault(id, () -> {}).run();
        return read;
    }

    @Override
    public boolean isUnchanged(Call call, long id, long version) {
        return there(id).version() <= version;
    }

    @Override
    public List<Found> find(Call call, Find order) {
        throw notForCards();
    }

    @Override
    public Optional<ResidentRecord> record(Call call, long id, Look look) {
        throw notForCards();
    }

    @Override
    public Optional<Household> household(Call call, long id, Look look) {
        throw notForCards();
    }

    @Override
    public History history(Call call, long id, Officer officer) {
        throw notForCards();
    }

    @Override
    public Outcome preview(Call call, Order order) {
        throw notForCards();
    }

    @Override
    public Outcome record(Call call, Order order) {
        throw notForCards();
    }

    @Override
    public Protection protect(Call call, long id, Protect order) {
        throw notForCards();
    }

    @Override
    public Optional<NetworkIdentity> identity(Call call, Identify order) {
        throw notForCards();
    }

    @Override
    public MovingOutData movingOutData(Call call, Identify order) {
        throw notForCards();
    }

    @Override
    public void cardShown(Call call, long id) {
        throw notForCards();
    }

    @Override
    public List<Deadline> deadlines(Call call, LocalDate from, LocalDate to, int most) {
        throw notForCards();
    }

    @Override
    public List<Deadline> deadlines(Call call, DeadlineSearch search) {
        throw notForCards();
    }

    @Override
    public ResidentRecordCode code(Call call, long id, Officer officer) {
        throw notForCards();
    }

    @Override
    public List<ResidentId> load(Call call, List<LoadedHousehold> households) {
        throw notForCards();
    }

    @Override
    public long population(Call call) {
        throw notForCards();
    }

    @Override
    public List<ResidentRecord> pick(
            Call call, Situation situation, String name, long after, int most) {
        throw notForCards();
    }

    private static UnsupportedOperationException notForCards() {
        return new UnsupportedOperationException("card management asks nothing else");
    }
}
