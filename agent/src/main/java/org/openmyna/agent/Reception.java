package org.openmyna.agent;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openmyna.agent.card.Cards;
import org.openmyna.agent.error.AgentError;
import org.openmyna.agent.error.Refusal;
import org.openmyna.agent.platform.Ask;
import org.openmyna.agent.platform.Platforms;
import org.openmyna.agent.platform.Reading;

/** Lets in one request at a time, and each once. */
final class Reception {
    /** What became of a request that a browser brought. */
    sealed interface Entry {
        record Admitted() implements Entry {}

        /** Another one is under way; this one keeps. */
        record Wait(Refusal why) implements Entry {}

        record Refused(Refusal why) implements Entry {}
    }

    private final Platforms platforms;
    private final Cards cards;
    private final boolean shared;
    private final InstantSource realTime;
    private @Nullable Conversation current; // guarded by this

    Reception(Platforms platforms, Cards cards, boolean shared, InstantSource realTime) {
        this.platforms = platforms;
        this.cards = cards;
        this.shared = shared;
        this.realTime = realTime;
    }

    /**
     * Begins a conversation.
     *
     * @param request whatever the browser brought
     * @param session of the browser, if it is known
     * @param host under which it came
     * @param begin makes a session, when the request is let in
     */
    Entry enter(String request, Optional<String> session, String host, Supplier<String> begin) {
        return switch (platforms.read(request)) {
            case Reading.Refused(Refusal why) -> new Entry.Refused(why);
            case Reading.Good(Ask ask) -> enter(ask, session, host, begin);
        };
    }

    private synchronized Entry enter(
            Ask ask, Optional<String> session, String host, Supplier<String> begin) {
        Conversation running = current;
        if (running != null && isSame(running.ask(), ask)) {
            return session.filter(running::isWith).isPresent()
                    ? new Entry.Admitted()
                    : new Entry.Refused(Refusal.of(AgentError.REQUEST_USED));
        }
        if (running != null && !running.isOver()) {
            return new Entry.Wait(Refusal.of(AgentError.BUSY));
        }
        if (!platforms.use(ask)) return new Entry.Refused(Refusal.of(AgentError.REQUEST_USED));
        current = new Conversation(ask, begin.get(), host, cards, platforms, shared, realTime);
        return new Entry.Admitted();
    }

    private static boolean isSame(Ask one, Ask other) {
        return one.issuer().equals(other.issuer()) && one.id().equals(other.id());
    }

    /** The conversation with this browser, if there is one. */
    synchronized Optional<Conversation> with(Optional<String> session) {
        return Optional.ofNullable(current)
                .filter(conversation -> session.filter(conversation::isWith).isPresent());
    }

    /** Time goes by. */
    void tick() {
        Conversation running;
        synchronized (this) {
            running = current;
        }
        if (running != null) running.tick();
    }
}
