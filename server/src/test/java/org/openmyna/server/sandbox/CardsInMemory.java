package org.openmyna.server.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.cards.api.CardItems;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.server.cards.api.PrintedCodes;
import org.openmyna.server.cards.api.ResidentChanged;

/** A card management without chips. */
public final class CardsInMemory implements CardService {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Map<Long, MadeCard> cards = new ConcurrentSkipListMap<>();
    private final InstantSource legalTime;
    private volatile Runnable beforeMaking = () -> {};

    public CardsInMemory(InstantSource legalTime) {
        this.legalTime = legalTime;
    }

    /** Told before each card; may throw. */
    public void onMaking(Runnable before) {
        beforeMaking = before;
    }

    @Override
    public MadeCard make(Call call, long person) {
        beforeMaking.run();
        return cards.computeIfAbsent(person, this::made);
    }

    private MadeCard made(long person) {
        ZonedDateTime now = legalTime.instant().atZone(JAPAN);
        Instant end = now.plusYears(5).toInstant();
        String serial = String.format(Locale.ROOT, "%08x", person);
        return new MadeCard(
                "test-" + person,
                person,
                now.plusYears(10).toLocalDate(),
                "1" + serial,
                end,
                person % 5 == 0 ? Optional.empty() : Optional.of("2" + serial),
                person % 5 == 0 ? Optional.empty() : Optional.of(end));
    }

    @Override
    public Optional<MadeCard> card(Call call, long person) {
        return Optional.ofNullable(cards.get(person));
    }

    @Override
    public Optional<PrintedCodes> printed(Call call, long person) {
        return card(call, person)
                .map(_ -> new PrintedCodes(new SecurityCode("4711"), "9000000000000042"));
    }

    @Override
    public Optional<MadeCard> ofCertificate(Call call, String serial) {
        return cards.values().stream()
                .filter(card -> card.userAuthenticationSerial().equals(serial))
                .findFirst();
    }

    @Override
    public List<MadeCard> ending(Call call, LocalDate from, LocalDate to, int most) {
        return cards.values().stream()
                .filter(card ->
                        isWithin(card.lastDay(), from, to)
                                || isWithin(
                                        LocalDate.ofInstant(card.userAuthenticationEnd(), JAPAN),
                                        from,
                                        to))
                .sorted(Comparator.comparing(MadeCard::userAuthenticationEnd))
                .limit(most)
                .toList();
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    @Override
    public void residentsChanged(Call call, List<ResidentChanged.Named> changes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean holds(Call call, String serial, CardItems items) {
        throw new UnsupportedOperationException();
    }
}
