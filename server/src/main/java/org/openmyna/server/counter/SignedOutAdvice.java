package org.openmyna.server.counter;

import org.openmyna.server.web.page.SeeOther;
import org.openmyna.server.web.page.Visit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Whoever is not signed in is shown where to do that. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SignedOutAdvice {
    @ExceptionHandler
    SeeOther signedOut(SignedOut nobody, Visit visit) {
        return visit.see("/?signed-out");
    }
}
