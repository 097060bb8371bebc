package org.openmyna.server.counter;

import java.util.List;
import java.util.Map;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.PathUnknown;
import org.openmyna.server.web.page.Banner;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.Visit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was recorded, on the screen and on paper. */
@Controller
@On(Origin.COUNTER)
final class ReceiptScreen {
    static final List<String> ROUTES =
            List.of("GET /cases/{number}/notices/{id}", "GET /cases/{number}/notices/{id}/paper");

    private final Frame frame;
    private final Desks desks;
    private final Cases cases;
    private final Officers officers;
    private final Register register;
    private final Paper paper;

    ReceiptScreen(
            Frame frame,
            Desks desks,
            Cases cases,
            Officers officers,
            Register register,
            Paper paper) {
        this.frame = frame;
        this.desks = desks;
        this.cases = cases;
        this.officers = officers;
        this.register = register;
        this.paper = paper;
    }

    @GetMapping("/cases/{number}/notices/{id}")
    HtmlPage receipt(
            Visit visit, @PathVariable("number") String number, @PathVariable("id") String id) {
        Desk desk = desks.of(visit, number);
        Receipt receipt = receipt(desk, id);
        return frame.inCase(visit, desk, "receipt.title")
                .with(
                        Banner.of(
                                Banner.Kind.DONE,
                                "receipt.done",
                                receipt.act().notice().orElseThrow()))
                .show(
                        "counter/receipt",
                        Map.of("desk", desk, "receipt", receipt, "show", frame.show(visit)));
    }

    @GetMapping("/cases/{number}/notices/{id}/paper")
    ResponseEntity<byte[]> paper(
            Visit visit, @PathVariable("number") String number, @PathVariable("id") String id) {
        Desk desk = desks.of(visit, number);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"notice.pdf\"")
                .body(paper.notice(desk, receipt(desk, id)));
    }

    private Receipt receipt(Desk desk, String typed) {
        ResidentId id = PersonScreen.id(desk, typed);
        CaseAct act =
                cases.receipt(desk.file(), id.value())
                        .orElseThrow(() -> new PathUnknown(desk.path("/notices")));
        return new Receipt(
                act,
                act.person().map(ResidentId::new).flatMap(each -> register.seeNow(desk, each)),
                officers.clerk(act.officer()).map(Clerk::name).orElse(act.officer()),
                Effects.read(act.effects()));
    }
}
