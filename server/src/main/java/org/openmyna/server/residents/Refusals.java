package org.openmyna.server.residents;

import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.timeline.Entry;
import org.openmyna.server.residents.timeline.Reason;
import org.openmyna.server.residents.timeline.Replay;

/** Says why a notice is refused, and because of which notice. */
final class Refusals {
    private Refusals() {}

    /**
     * @param own the notice to be recorded; none for a cancellation
     */
    static MynaException of(Replay.Conflict conflict, List<Entry> entries, Optional<Entry> own) {
        MynaException reason = of(conflict.reason());
        Optional<Entry> other =
                conflict.notice()
                        .flatMap(number -> entry(number, entries))
                        .filter(e -> !isOwn(e, conflict, own));
        return other.<MynaException>map(entry ->
                        new LaterNoticeConflicts(
                                entry.number().value(),
                                entry.event().kind(),
                                reason.errorCode().code()))
                .orElse(reason);
    }

    private static Optional<Entry> entry(NoticeId number, List<Entry> entries) {
        return entries.stream().filter(each -> each.number().equals(number)).findFirst();
    }

    /** A household is looked at when the day is over: whoever was last need not have harmed it. */
    private static boolean isOwn(Entry entry, Replay.Conflict conflict, Optional<Entry> own) {
        return own.isPresent()
                && (entry.number().equals(own.get().number())
                        || (conflict.reason() == Reason.NOT_ONE_HOUSEHOLDER
                                && entry.effectiveOn().equals(own.get().effectiveOn())));
    }

    /** Another municipality's people are nobody here. */
    static MynaException of(Reason reason) {
        return switch (reason) {
            case NOT_THERE, OTHER_MUNICIPALITY -> new RecordNotFound();
            case NOT_RESIDENT -> new NotResident();
            case NOT_MOVED_OUT -> new NotMovedOut();
            case MOVE_OUT_LIES_AHEAD -> new MoveOutLiesAhead();
            case RECORD_CLOSED -> new RecordClosed();
            case NO_SUCH_HOUSEHOLD -> new NoSuchHousehold();
            case NOT_ONE_HOUSEHOLD -> new NotOneHousehold();
            case DOES_NOT_STAY -> new DoesNotStay();
            case NOT_WHOLE_HOUSEHOLD -> new NotWholeHousehold();
            case NOT_ONE_HOUSEHOLDER -> new NotOneHouseholder();
            case NOT_FOREIGN -> new NotForeign();
            case NOT_JAPANESE -> new NotJapanese();
            case PEOPLE_NAMED_WRONGLY -> new PeopleNamedWrongly();
            case OTHER_BIRTH_DATE -> new OtherBirthDate();
        };
    }
}
