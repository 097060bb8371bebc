package org.openmyna.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.slf4j.Logger;

/**
 * How a program with this room on its class path logs: short plain lines on the standard error
 * stream, warnings and what is marked for people alone. Found by Logback itself, so that it holds
 * from the first line on.
 */
public final class PlainLines extends ContextAwareBase implements Configurator {
    /** Whoever logs under this name talks to the person at the terminal. */
    static final String FOR_PEOPLE = "org.openmyna.server.ready";

    /** Paths that somebody mistyped, and Spring's words for a start that failed. */
    private static final List<String> SAID_BETTER_ELSEWHERE =
            List.of(
                    "org.springframework.web.servlet.PageNotFound",
                    "org.springframework.boot.SpringApplication",
                    "org.springframework.boot.diagnostics",
                    "org.springframework.boot.web.server.servlet.context");

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{HH:mm:ss} %-5level %logger{0}: %msg%n%nopex");
        encoder.start();
        var lines = new ConsoleAppender<ILoggingEvent>();
        lines.setContext(context);
        lines.setName("stderr");
        lines.setTarget("System.err");
        lines.setEncoder(encoder);
        lines.addFilter(new ForPeople());
        lines.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(lines);
        context.getLogger("org.openmyna").setLevel(Level.INFO);
        for (String talkative : SAID_BETTER_ELSEWHERE) {
            context.getLogger(talkative).setLevel(Level.OFF);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static final class ForPeople extends Filter<ILoggingEvent> {
        @Override
        public FilterReply decide(ILoggingEvent event) {
            boolean shown =
                    event.getLevel().isGreaterOrEqual(Level.WARN)
                            || event.getLoggerName().equals(FOR_PEOPLE);
            return shown ? FilterReply.NEUTRAL : FilterReply.DENY;
        }
    }
}
