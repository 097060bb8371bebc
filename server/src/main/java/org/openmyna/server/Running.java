package org.openmyna.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.house.HouseCa;
import org.openmyna.server.machine.BeforeReady;
import org.openmyna.server.machine.Progress;
import org.openmyna.server.web.FrontHandler;
import org.openmyna.server.web.Quiescent;
import org.openmyna.server.web.page.Screens;
import org.openmyna.trust.authority.Authorities;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;

/** A context that came up. Ended by its owner, or with the program. */
final class Running implements RunningServer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ServerSettings settings;
    private final ConfigurableApplicationContext context;
    private final Opening opening;
    private final Optional<AgentBeside> agent;
    private final Held held;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread withTheProgram = Thread.ofPlatform().unstarted(this::end);

    Running(
            ServerSettings settings,
            ConfigurableApplicationContext context,
            Opening opening,
            Optional<AgentBeside> agent,
            Held held) {
        this.settings = settings;
        this.context = context;
        this.opening = opening;
        this.agent = agent;
        this.held = held;
        Runtime.getRuntime().addShutdownHook(withTheProgram);
    }

    /** The last steps, when everybody answers already. */
    void finishStart(Progress progress) {
        context.getBeanProvider(BeforeReady.class)
                .orderedStream()
                .forEach(step -> step.work(progress));
    }

    private Server jetty() {
        if (context instanceof WebServerApplicationContext web
                && web.getWebServer() instanceof JettyWebServer jetty) {
            return jetty.getServer();
        }
        throw new IllegalStateException("the web server is another one");
    }

    @Override
    public URI address() {
        return URI.create("http://localhost:" + port("http").orElseThrow());
    }

    @Override
    public Optional<URI> tlsAddress() {
        return port("ssl").map(port -> URI.create("https://localhost:" + port));
    }

    @Override
    public Optional<URI> agentAddress() {
        return agent.map(AgentBeside::address);
    }

    private Optional<Integer> port(String protocol) {
        for (Connector connector : jetty().getConnectors()) {
            boolean tls = connector.getProtocols().contains("ssl");
            if (connector instanceof NetworkConnector network && tls == protocol.equals("ssl")) {
                return Optional.of(network.getLocalPort());
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<HouseCa> house() {
        return Optional.ofNullable(context.getBeanProvider(HouseCa.class).getIfAvailable());
    }

    @Override
    public Authorities authorities() {
        return opening.authority().authorities();
    }

    @Override
    public <S> Desks<S> desks(Class<S> service) {
        ObjectProvider<Desks<S>> here =
                context.getBeanProvider(ResolvableType.forClassWithGenerics(Desks.class, service));
        Desks<S> desks = here.getIfAvailable();
        if (desks == null) throw new IllegalStateException("not here: " + service.getSimpleName());
        return desks;
    }

    @Override
    public List<Screens> screens() {
        return context.getBeanProvider(Screens.class).stream().toList();
    }

    @Override
    public Path log() {
        return settings.logFile();
    }

    @Override
    public void close() {
        if (ended.get()) return;
        try {
            Runtime.getRuntime().removeShutdownHook(withTheProgram);
        } catch (IllegalStateException endingAlready) {
            // the hook runs by itself then, and ends the same
        }
        end();
    }

    private void end() {
        if (!ended.compareAndSet(false, true)) return;
        try {
            letFinish();
            context.close();
        } finally {
            held.close();
        }
    }

    /** Nobody new is let in; who is inside gets an answer. */
    private void letFinish() {
        for (Connector connector : jetty().getConnectors()) {
            var unused = connector.shutdown();
        }
        List<Quiescent> busy = new ArrayList<>(context.getBeansOfType(Quiescent.class).values());
        FrontHandler front = jetty().getDescendant(FrontHandler.class);
        if (front != null) busy.add(front);
        for (Quiescent each : busy) {
            if (!each.quiesce(PATIENCE)) {
                LoggerFactory.getLogger(Running.class)
                        .warn("ended although not everything was answered");
            }
        }
    }
}
