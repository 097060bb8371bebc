package org.openmyna.agent;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.Tries;

/** An agent, a platform that it trusts, and a table; the clock stands still until it is moved. */
final class AgentWorld implements AutoCloseable {
    final AtomicReference<Instant> now = new AtomicReference<>(Town.NOW);
    final AtomicReference<Instant> legal = new AtomicReference<>(Town.NOW);
    final TestPlatform platform = new TestPlatform(Town.NOW);
    final Table table = new Table();
    final CardAgent agent;
    volatile boolean clockFails;
    volatile int clockFailed;
    final Browser browser;

    AgentWorld() {
        this(false);
    }

    AgentWorld(boolean shared) {
        agent =
                CardAgent.start(
                        AgentSettings.in(Town.newFolder())
                                .withPort(0)
                                .withShared(shared)
                                .withPlatforms(Set.of(platform.issuer()))
                                .withLegalTime(legal::get)
                                .withRealTime(this::realTime),
                        table);
        browser = new Browser(agent);
    }

    /** What the agent's own thread asks for may fail once it has begun. */
    private Instant realTime() {
        if (clockFails && Thread.currentThread().getName().equals("agent-clock")) {
            clockFailed++;
            throw new IllegalStateException("the clock fails");
        }
        return now.get();
    }

    /** The platform's clock goes with ours. */
    void pass(long seconds) {
        now.updateAndGet(moment -> moment.plusSeconds(seconds));
        platform.at(now.get());
    }

    /** A fresh card in the reader. */
    VirtualCard layCard() {
        VirtualCard card = Town.get().newCard();
        table.lay("reader", card);
        return card;
    }

    static int left(VirtualCard card, PinReference reference) {
        card.powerOn();
        try (MyNumberCard open = MyNumberCard.over(card.channel())) {
            return switch (open.tries(reference)) {
                case Tries.Left(int left, int _) -> left;
                default -> 0;
            };
        }
    }

    Map<String, Object> answer() {
        return platform.answers.getLast();
    }

    @Override
    public void close() {
        agent.close();
        platform.close();
    }
}
