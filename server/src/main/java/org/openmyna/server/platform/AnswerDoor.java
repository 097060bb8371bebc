package org.openmyna.server.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.openmyna.server.web.BodyTooLarge;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.Origins;
import org.openmyna.server.web.PathUnknown;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the card agent answers a login. */
@RestController
final class AnswerDoor {
    /** Bytes; many times what an answer with the four items has. */
    private static final int LARGEST = 128 * 1024;

    private final Provider provider;
    private final Origins origins;

    AnswerDoor(Provider provider, Origins origins) {
        this.provider = provider;
        this.origins = origins;
    }

    /** The agent has no cookie: what it holds is the request. */
    @PostMapping(path = "/login/{id}/answer", consumes = "application/json")
    ResponseEntity<Map<String, String>> answer(
            HttpServletRequest request, @PathVariable("id") String id) throws IOException {
        if (origins.of(request.getServerName()) != Origin.PLATFORM) {
            throw new PathUnknown(request.getRequestURI());
        }
        CardLoginRow login = provider.logins().known(id);
        String returnCode = provider.logins().answer(login, CardAnswer.parse(body(request)));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of("return_code", returnCode));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) throw new BodyTooLarge(LARGEST);
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) throw new BodyTooLarge(LARGEST);
        return body;
    }
}
