package org.openmyna.server.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.residents.api.CardHolder;
import org.openmyna.server.residents.api.Deadline;
import org.openmyna.server.residents.api.Found;
import org.openmyna.server.residents.api.History;
import org.openmyna.server.residents.api.Household;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.MovingOutData;
import org.openmyna.server.residents.api.NetworkIdentity;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.Outcome;
import org.openmyna.server.residents.api.Protection;
import org.openmyna.server.residents.api.RecordedNotice;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.residents.api.Standing;

/**
 * A register that keeps people and notices and draws no conclusions: the sandbox is tested without
 * a database full of people.
 */
public final class RegisterInMemory implements ResidentService {
    private final Map<Long, ResidentRecord> people = new LinkedHashMap<>();
    private final Map<Long, List<RecordedNotice>> notices = new LinkedHashMap<>();
    private final List<Deadline> deadlines = new ArrayList<>();
    private final Set<Long> isProtected = new HashSet<>();
    private Runnable beforeLoad = () -> {};
    private Runnable afterLoad = () -> {};
    private long lastNotice;

    /** Told before a portion is taken, and after. */
    public void onLoad(Runnable before, Runnable after) {
        beforeLoad = before;
        afterLoad = after;
    }

    public void comes(Deadline deadline) {
        deadlines.add(deadline);
    }

    public List<ResidentRecord> people() {
        return List.copyOf(people.values());
    }

    public List<RecordedNotice> allNotices() {
        return notices.values().stream().flatMap(List::stream).distinct().toList();
    }

    @Override
    public List<Deadline> deadlines(Call call, DeadlineSearch search) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ResidentRecordCode code(Call call, long id, Officer officer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ResidentId> load(Call call, List<LoadedHousehold> households) {
        beforeLoad.run();
        List<ResidentId> ids = new ArrayList<>();
        for (LoadedHousehold home : households) {
            var household = new HouseholdId(people.size() + 1L);
            for (LoadedHousehold.Person each : home.people()) {
                var id = new ResidentId(people.size() + 1L);
                people.put(id.value(), record(id, household, home, each));
                if (each.protection().isPresent()) isProtected.add(id.value());
                ids.add(id);
            }
        }
        afterLoad.run();
        return ids;
    }

    private static ResidentRecord record(
            ResidentId id,
            HouseholdId household,
            LoadedHousehold home,
            LoadedHousehold.Person who) {
        return new ResidentRecord(
                id,
                Standing.RESIDENT,
                home.municipality(),
                who.person().name(),
                who.person().furigana(),
                who.person().formerSurname(),
                who.person().alias(),
                who.person().birthDate(),
                who.person().sex(),
                home.address(),
                Optional.of(household),
                who.person().relationship(),
                who.residentSince(),
                Optional.empty(),
                who.previousAddress(),
                who.person().familyRegister(),
                who.person().foreign(),
                who.person().qualifications(),
                Optional.empty(),
                false);
    }

    @Override
    public long population(Call call) {
        return people.size();
    }

    @Override
    public List<ResidentRecord> pick(
            Call call, Situation situation, String name, long after, int most) {
        return people.values().stream()
                .filter(each -> each.id().value() > after)
                .filter(each ->
                        plain(each.name().text()).startsWith(plain(name))
                                || plain(each.furigana().orElse("")).startsWith(plain(name)))
                .filter(each -> isIn(situation, each))
                .limit(most)
                .toList();
    }

    private boolean isIn(Situation situation, ResidentRecord person) {
        return switch (situation) {
            case ANYBODY -> true;
            case FOREIGN -> person.foreign().isPresent();
            case PROTECTED -> isProtected.contains(person.id().value());
            case UNKNOWN_BIRTH_DATE -> person.birthDate().exact().isEmpty();
            default -> false;
        };
    }

    /** Without blanks, hiragana as katakana, capitals. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.replaceAll("[ 　]", "")
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    @Override
    public Outcome record(Call call, Order order) {
        Notice notice = order.notice();
        var id = new NoticeId(++lastNotice);
        List<ResidentId> concerned = concerned(notice.event());
        var recorded =
                new RecordedNotice(
                        id, notice, Instant.EPOCH, order.officer().id(), Optional.empty());
        concerned.forEach(each ->
                notices.computeIfAbsent(each.value(), _ -> new ArrayList<>()).add(recorded));
        return new Outcome(id, concerned, List.of());
    }

    private List<ResidentId> concerned(LifeEvent event) {
        return switch (event) {
            case LifeEvent.MoveOut out -> out.people();
            case LifeEvent.Emigration out -> out.people();
            case LifeEvent.MoveIn in -> in.people().stream().map(each -> each.person()).toList();
            case LifeEvent.MoveWithin in ->
                    in.people().stream().map(each -> each.person()).toList();
            case LifeEvent.Death death -> List.of(death.person());
            case LifeEvent.NameChange change -> List.of(change.person());
            case LifeEvent.FormerSurnameChange change -> List.of(change.person());
            case LifeEvent.Birth birth -> membersOf(birth.household());
            case LifeEvent.Cancellation cancelled ->
                    notices.entrySet().stream()
                            .filter(each ->
                                    each.getValue().stream()
                                            .anyMatch(one -> one.id().equals(cancelled.notice())))
                            .map(each -> new ResidentId(each.getKey()))
                            .toList();
            default -> throw new UnsupportedOperationException(event.kind());
        };
    }

    private List<ResidentId> membersOf(HouseholdId household) {
        return people.values().stream()
                .filter(each -> each.household().equals(Optional.of(household)))
                .map(ResidentRecord::id)
                .toList();
    }

    @Override
    public History history(Call call, long id, Officer officer) {
        return new History(notices.getOrDefault(id, List.of()), List.of());
    }

    @Override
    public Optional<ResidentRecord> record(Call call, long id, Look look) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public Optional<Household> household(Call call, long id, Look look) {
        return Optional.ofNullable(people.get(id))
                .flatMap(ResidentRecord::household)
                .map(home ->
                        new Household(
                                home,
                                membersOf(home).stream()
                                        .map(each -> people.get(each.value()))
                                        .toList()));
    }

    @Override
    public List<Deadline> deadlines(Call call, LocalDate from, LocalDate to, int most) {
        return deadlines.stream()
                .filter(each -> !each.lastDay().isBefore(from) && !each.lastDay().isAfter(to))
                .limit(most)
                .toList();
    }

    @Override
    public List<Found> find(Call call, Find order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome preview(Call call, Order order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Protection protect(Call call, long id, Protect order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CardHolder cardHolder(Call call, long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isUnchanged(Call call, long id, long version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<NetworkIdentity> identity(Call call, Identify order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MovingOutData movingOutData(Call call, Identify order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cardShown(Call call, long id) {
        throw new UnsupportedOperationException();
    }
}
