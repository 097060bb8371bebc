package org.openmyna.server.authority;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.authority.crl.PublishedList;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Whether the machine does its work, and how old each of its products is. Stale is not well: who
 * asks is told to go elsewhere.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    private static final Duration STALE = Duration.ofSeconds(30);
    private static final Duration HEAD_STALE = Duration.ofMinutes(3);

    @Bean
    HealthIndicator database(OpenAuthority authority) {
        return checked(() -> {
            long began = System.nanoTime();
            long position = authority.authorities().log().position();
            return Health.up()
                    .withDetail("address", authority.database().address())
                    .withDetail("logPosition", position)
                    .withDetail("millis", Duration.ofNanos(System.nanoTime() - began).toMillis())
                    .build();
        });
    }

    @Bean
    HealthIndicator statusLog(OpenAuthority authority) {
        return checked(() ->
                authority
                        .authorities()
                        .log()
                        .newestHead()
                        .map(head -> {
                            Duration age =
                                    Duration.between(
                                            head.signedAt(), authority.legalTime().instant());
                            return state(age.compareTo(HEAD_STALE) < 0)
                                    .withDetail("signedPosition", head.position())
                                    .withDetail("signedSecondsAgo", age.toSeconds())
                                    .build();
                        })
                        .orElseGet(() -> Health.unknown().withDetail("head", "none yet").build()));
    }

    @Bean
    HealthIndicator statusIndex(OpenAuthority authority) {
        return checked(() -> {
            Duration lag = authority.authorities().follower().lag();
            return state(lag.compareTo(STALE) < 0)
                    .withDetail("position", authority.authorities().index().position())
                    .withDetail("lagMillis", lag.toMillis())
                    .withDetail("dataTime", authority.authorities().index().dataTime().toString())
                    .build();
        });
    }

    @Bean
    HealthIndicator responders(Products products) {
        return checked(() -> {
            Instant now = products.now();
            Map<Short, Instant> ends = products.responderEnds();
            Health.Builder health =
                    ends.isEmpty()
                            ? Health.unknown().withDetail("responders", "none used yet")
                            : state(ends.values().stream().allMatch(now::isBefore));
            ends.forEach((generation, end) ->
                    health.withDetail(
                            "generation" + generation + "DaysLeft",
                            Duration.between(now, end).toDays()));
            return health.build();
        });
    }

    /** Lists of a machine that makes them. */
    static Health lists(Products products) {
        Health.Builder health =
                state(products.overdueLists() == 0)
                        .withDetail("lists", products.lists().size())
                        .withDetail("overdue", products.overdueLists());
        for (PublishedList list : products.lists()) {
            if (list.point().equals(PublishedList.ALL)) {
                health.withDetail(list.name(), list.age(products.now()).toSeconds() + " s old");
            }
        }
        return health.build();
    }

    static Health.Builder state(boolean well) {
        return well ? Health.up() : Health.outOfService();
    }

    interface Check {
        Health look();
    }

    /** What is wrong is told by its code; nothing else of it. */
    static HealthIndicator checked(Check check) {
        return () -> {
            try {
                return check.look();
            } catch (MynaException failed) {
                return Health.down().withDetail("error", failed.errorCode().code()).build();
            }
        };
    }
}
