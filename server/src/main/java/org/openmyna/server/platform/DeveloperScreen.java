package org.openmyna.server.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.PathUnknown;
import org.openmyna.server.web.page.Banner;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.Mistakes;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.PageDraft;
import org.openmyna.server.web.page.Typed;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The developer console of the sandbox: a client at once, with a configuration that works. */
@Controller
@On(Origin.PLATFORM)
final class DeveloperScreen {
    static final List<String> ROUTES =
            List.of(
                    "GET /developer",
                    "POST /developer",
                    "GET /developer/{client}",
                    "POST /developer/{client}/suspension",
                    "POST /developer/{client}/lifting");

    private static final int PEM_LINE = 64;
    private static final String LAW = "公的個人認証法36条1項（認定の取消し、試験用）";

    private final Frame frame;
    private final ApprovalRegister register;
    private final DeveloperClients entry;
    private final PlatformAddress address;
    private final boolean sandbox;

    DeveloperScreen(
            Frame frame,
            ApprovalRegister register,
            DeveloperClients entry,
            PlatformAddress address,
            boolean sandbox) {
        this.frame = frame;
        this.register = register;
        this.entry = entry;
        this.address = address;
        this.sandbox = sandbox;
    }

    /** In the real world the register is entered by the minister's officers, and not by a page. */
    private void mustBeSandbox() {
        if (!sandbox) throw new PathUnknown("/developer");
    }

    @GetMapping("/developer")
    HtmlPage clients(Visit visit) {
        mustBeSandbox();
        return list(visit, Typed.nothing(), Mistakes.none());
    }

    private HtmlPage list(Visit visit, Typed typed, Mistakes mistakes) {
        return frame.forDevelopers(visit, "developer.title")
                .form("client", typed, mistakes)
                .show(
                        "platform/developer",
                        Map.of("clients", register.clients(), "issuer", address.issuer()));
    }

    @PostMapping("/developer")
    View enter(Visit visit, Typed typed) {
        mustBeSandbox();
        if (typed.redraw()) return list(visit, typed, Mistakes.none());
        try {
            // the page with the key is the answer itself: it is at no address
            return shown(visit, entered(typed));
        } catch (NotDone wrong) {
            Mistakes mistakes = new Mistakes();
            mistakes.add(String.valueOf(wrong.details().get("field")), wrong);
            return list(visit, typed, mistakes);
        }
    }

    private ClientEntry.Entered entered(Typed typed) {
        return entry.enter(
                typed.as("name"),
                lines(typed, "redirect"),
                lines(typed, "logout"),
                typed.text("jwks"));
    }

    private static List<String> lines(Typed typed, String field) {
        return Stream.of(typed.as(field).split("\\s+")).filter(each -> !each.isEmpty()).toList();
    }

    private HtmlPage shown(Visit visit, ClientEntry.Entered entered) {
        return page(visit, entered.client())
                .with(Banner.of(Banner.Kind.DONE, "client.entered"))
                .show(
                        "platform/client",
                        Map.of(
                                "client",
                                entered.client(),
                                "configuration",
                                configuration(entered.client()),
                                "privateKey",
                                entered.privateKey().map(ECKey::toJSONString).orElse(""),
                                "pem",
                                entered.privateKey().map(DeveloperScreen::pem).orElse("")));
    }

    /** PKCS #8 (RFC 5208), as openssl and most programs take it. */
    private static String pem(ECKey key) {
        try {
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'})
                            .encodeToString(key.toPrivateKey().getEncoded())
                    + "\n-----END PRIVATE KEY-----";
        } catch (JOSEException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    @GetMapping("/developer/{client}")
    HtmlPage client(Visit visit, @PathVariable("client") String id) {
        mustBeSandbox();
        Client client = known(id);
        return page(visit, client)
                .show(
                        "platform/client",
                        Map.of(
                                "client",
                                client,
                                "configuration",
                                configuration(client),
                                "privateKey",
                                "",
                                "pem",
                                ""));
    }

    private PageDraft page(Visit visit, Client client) {
        return frame.forDevelopers(visit, "client.title", client.nameJa())
                .under("/developer", "developer.title");
    }

    private Client known(String id) {
        return register.client(id)
                .orElseThrow(() -> new NotDone(PlatformError.CLIENT_UNKNOWN, Map.of("client", id)));
    }

    private ClientConfiguration configuration(Client client) {
        return new ClientConfiguration(client, address);
    }

    @PostMapping("/developer/{client}/suspension")
    View suspend(Visit visit, @PathVariable("client") String id) {
        mustBeSandbox();
        register.suspendClient(DeveloperClients.OFFICER, known(id).id(), "開発者の操作", LAW);
        return visit.see("/developer/" + id);
    }

    @PostMapping("/developer/{client}/lifting")
    View lift(Visit visit, @PathVariable("client") String id) {
        mustBeSandbox();
        register.liftClient(DeveloperClients.OFFICER, known(id).id());
        return visit.see("/developer/" + id);
    }
}
