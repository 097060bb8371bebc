package org.openmyna.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SessionStoreTest {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-04-01T00:00:00Z"));
    private final SessionStore<String> store =
            new SessionStore<>(Duration.ofMinutes(5), now::get, new Random(5));

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Test
    void a_session_lives_as_long_as_somebody_asks_for_it() {
        String id = store.begin("clerk");
        for (int n = 0; n < 10; n++) {
            pass(Duration.ofMinutes(4));
            assertThat(store.of(id)).hasValue("clerk");
        }
        store.keep(id, "clerk with a case");
        pass(Duration.ofMinutes(4));
        assertThat(store.of(id)).hasValue("clerk with a case");
        pass(Duration.ofMinutes(6));
        assertThat(store.of(id)).isEmpty();
        store.keep(id, "too late");
        assertThat(store.of(id)).isEmpty();
    }

    @Test
    void who_leaves_is_forgotten_and_names_are_never_used_twice() {
        Set<String> ids = new HashSet<>();
        for (int n = 0; n < 1_000; n++) {
            String id = store.begin("x");
            assertThat(id).matches("[0-9a-f]{32}");
            assertThat(ids.add(id)).isTrue();
            store.end(id);
            assertThat(store.of(id)).isEmpty();
        }
        assertThat(store.of("")).isEmpty();
    }

    @Test
    void there_are_only_as_many_as_the_machine_bears_and_the_idle_make_room() {
        for (int n = 0; n < SessionStore.MOST; n++) store.begin("x");
        assertThatThrownBy(() -> store.begin("one more"))
                .isInstanceOf(TooManySessions.class)
                .hasMessageContaining("MYNA-SRV-042");
        pass(Duration.ofMinutes(6));
        assertThat(store.begin("later")).isNotEmpty();
    }
}
