package org.openmyna.agent;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.openmyna.agent.card.CardTable;
import org.openmyna.agent.card.Cards;
import org.openmyna.agent.card.MachineTable;
import org.openmyna.agent.error.AgentPortTaken;
import org.openmyna.agent.error.PlatformMalformed;
import org.openmyna.agent.page.Pages;
import org.openmyna.agent.platform.Platforms;

/** An agent that listens, until it is closed. */
public final class CardAgent implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CardAgent.class.getName());
    private static final int ANY = 0;
    private static final int TICK_MILLIS = 500;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("agent-clock").factory());
    private final Platforms platforms;
    private final CardTable table;

    private CardAgent(HttpServer server, AgentSettings settings, CardTable table) {
        this.server = server;
        this.table = table;
        this.platforms = new Platforms(settings.platforms(), settings.realTime());
        var reception =
                new Reception(
                        platforms,
                        new Cards(table, settings.legalTime()),
                        settings.shared(),
                        settings.realTime());
        int port = server.getAddress().getPort();
        var routes =
                new Routes(
                        new Guard(port),
                        new Sessions(port, "ask"),
                        new Sessions(port, "home"),
                        reception,
                        new Pages(settings.shared()),
                        settings.shared()
                                ? MarkFile.none()
                                : MarkFile.in(settings.data().resolve("agent")));
        server.createContext("/", routes);
        server.setExecutor(workers);
        server.start();
        ScheduledFuture<?> unused =
                clock.scheduleWithFixedDelay(
                        () -> tick(reception), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What is thrown at a clock stops it for good, and then nobody's turn ever ends. */
    private static void tick(Reception reception) {
        try {
            reception.tick();
        } catch (RuntimeException unforeseen) {
            LOG.log(System.Logger.Level.ERROR, "unforeseen", unforeseen);
        }
    }

    /**
     * Listens at 127.0.0.1 from now on.
     *
     * @throws AgentPortTaken if another program does there (MYNA-AGT-001)
     * @throws PlatformMalformed for a platform that cannot be trusted (MYNA-AGT-002)
     */
    public static CardAgent start(AgentSettings settings) {
        return start(settings, new MachineTable(MachineTable.drawerOf(settings.data())));
    }

    /**
     * The same with cards from elsewhere.
     *
     * @param cards closed with the agent
     */
    public static CardAgent start(AgentSettings settings, CardTable cards) {
        HttpServer server = bound(settings.port());
        try {
            return new CardAgent(server, settings, cards);
        } catch (RuntimeException refused) {
            server.stop(0);
            throw refused;
        }
    }

    private static HttpServer bound(int port) {
        try {
            var here = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
            return HttpServer.create(new InetSocketAddress(here, port), ANY);
        } catch (BindException taken) {
            throw new AgentPortTaken(port);
        } catch (IOException unforeseen) {
            throw new UncheckedIOException(unforeseen);
        }
    }

    /** {@code http://127.0.0.1:48080}, with the port that was really taken. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Trusts one more platform.
     *
     * @throws PlatformMalformed if it is neither https nor on this machine (MYNA-AGT-002)
     */
    public void trust(String issuer) {
        platforms.trust(issuer);
    }

    /** Lets go of port and cards. May be repeated. */
    @Override
    public void close() {
        clock.shutdownNow();
        server.stop(0);
        workers.shutdownNow();
        table.close();
    }
}
