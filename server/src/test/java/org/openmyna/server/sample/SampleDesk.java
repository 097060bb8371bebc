package org.openmyna.server.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.calls.Caller;
import org.openmyna.server.web.RequestNotFound;

/** Acts by counting. */
public final class SampleDesk implements SampleService {
    private final AtomicLong acts = new AtomicLong();

    @Override
    public Receipt act(Call call, long id, List<ResidentRecordCode> people) {
        return new Receipt(Caller.current(), acts.incrementAndGet(), id, people.size());
    }

    @Override
    public void silent(Call call) {
        acts.incrementAndGet();
    }

    @Override
    public Optional<Answer> ask(Call call, Question question) {
        return question instanceof Question.Nothing
                ? Optional.empty()
                : Optional.of(new Answer(question, Caller.current()));
    }

    @Override
    public List<LocalDate> days(Call call, LocalDate from, LocalDate to, Weekday weekday) {
        return from.datesUntil(to)
                .filter(day -> weekday == Weekday.ANY || day.getDayOfWeek() == DayOfWeek.SUNDAY)
                .toList();
    }

    @Override
    public long acts(Call call) {
        return acts.get();
    }

    @Override
    public boolean hasActed(Call call) {
        return acts.get() > 0;
    }

    @Override
    public Receipt fail(Call call, Failure how) {
        acts.incrementAndGet();
        throw switch (how) {
            case REFUSED -> new RequestNotFound("sample");
            case UNEXPECTED -> new IllegalStateException("of the sample alone");
        };
    }
}
