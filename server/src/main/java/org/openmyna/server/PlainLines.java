package org.openmyna.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
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
 * stream, and warnings alone. Found by Logback itself, so that it holds from the first line on.
 */
public final class PlainLines extends ContextAwareBase implements Configurator {
    /**
     * Paths that somebody mistyped, tables of fonts that nobody needs, and Spring's words for a
     * start that failed.
     */
    private static final List<String> SAID_BETTER_ELSEWHERE =
            List.of(
                    "org.apache.fontbox.ttf.CmapSubtable",
                    "org.springframework.web.servlet.PageNotFound",
                    "org.springframework.boot.SpringApplication",
                    "org.springframework.boot.diagnostics",
                    "org.springframework.boot.web.server.servlet.context");

    /** What relying parties do wrong: for the log, and not for whoever looks at the program. */
    private static final String FOR_THE_LOG = "org.springframework.security.oauth2.server.";

    private static final class NotForTheLogAlone extends Filter<ILoggingEvent> {
        @Override
        public FilterReply decide(ILoggingEvent event) {
            return event.getLoggerName().startsWith(FOR_THE_LOG)
                    ? FilterReply.DENY
                    : FilterReply.NEUTRAL;
        }
    }

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
        var warnings = new ThresholdFilter();
        warnings.setLevel("WARN");
        warnings.start();
        lines.addFilter(warnings);
        lines.addFilter(new NotForTheLogAlone());
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
}
