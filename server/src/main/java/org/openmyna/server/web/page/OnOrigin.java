package org.openmyna.server.web.page;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.Origins;
import org.springframework.web.servlet.mvc.condition.RequestCondition;

/** What {@link On} asks for. */
record OnOrigin(Origin origin, Origins origins) implements RequestCondition<OnOrigin> {
    @Override
    public OnOrigin combine(OnOrigin other) {
        return other;
    }

    @Override
    public @Nullable OnOrigin getMatchingCondition(HttpServletRequest request) {
        return origins.of(request.getServerName()) == origin ? this : null;
    }

    @Override
    public int compareTo(OnOrigin other, HttpServletRequest request) {
        return 0;
    }
}
