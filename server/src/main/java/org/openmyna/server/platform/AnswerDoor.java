package org.openmyna.server.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.Origins;
import org.openmyna.server.web.PathUnknown;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What programs ask about a login: the card agent answers, the first screen's script looks. */
@RestController
final class AnswerDoor {
    private final Provider provider;
    private final Origins origins;

    AnswerDoor(Provider provider, Origins origins) {
        this.provider = provider;
        this.origins = origins;
    }

    /** The agent has no cookie: what it holds is the request. */
    @PostMapping(path = "/login/{id}/answer", consumes = "application/json")
    ResponseEntity<Map<String, String>> answer(
            HttpServletRequest request,
            @PathVariable("id") String id,
            @RequestBody CardAnswer answer) {
        mustBeHere(request);
        return fresh(Map.of("return_code", provider.logins().answer(id, answer)));
    }

    @GetMapping("/login/{id}/back/state")
    ResponseEntity<Map<String, String>> state(
            HttpServletRequest request, @PathVariable("id") String id) {
        mustBeHere(request);
        CardLoginRow login = provider.logins().of(id, provider.browsers().of(request, id));
        return fresh(Map.of("state", login.state().name().toLowerCase(Locale.ROOT)));
    }

    private void mustBeHere(HttpServletRequest request) {
        if (origins.of(request.getServerName()) != Origin.PLATFORM) {
            throw new PathUnknown(request.getRequestURI());
        }
    }

    private static ResponseEntity<Map<String, String>> fresh(Map<String, String> body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
