package org.openmyna.server.sandbox.home;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.Banner;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.Mistakes;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.PageDraft;
import org.openmyna.server.web.page.Pages;
import org.openmyna.server.web.page.Typed;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 画面の部品: everything that pages are made of, on one page, with a form that can be tried. */
@Controller
@On(Origin.SANDBOX)
final class PartsScreen {
    private final Pages pages;

    PartsScreen(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/parts")
    HtmlPage parts(Visit visit, @RequestParam Optional<String> sent) {
        PageDraft page = page(visit, Typed.nothing(), Mistakes.none());
        return show(
                page.with(Banner.of(kind(sent), sent.isPresent() ? "parts.sent" : "parts.banner")));
    }

    private static Banner.Kind kind(Optional<String> sent) {
        return sent.isPresent() ? Banner.Kind.DONE : Banner.Kind.INFORMATION;
    }

    @PostMapping("/parts")
    View sent(Visit visit, Typed typed) {
        Mistakes mistakes = typed.redraw() ? Mistakes.none() : mistakes(typed);
        return typed.redraw() || !mistakes.isEmpty()
                ? show(page(visit, typed, mistakes))
                : visit.see("/parts", Map.of("sent", "1"));
    }

    private static Mistakes mistakes(Typed typed) {
        Mistakes mistakes = new Mistakes();
        if (typed.text("name").isEmpty()) mistakes.add("name", "parts.name.missing");
        typed.halfWidth("day")
                .ifPresentOrElse(
                        day -> checkDay(day, mistakes),
                        () -> mistakes.add("day", "parts.day.missing"));
        if (typed.all("way").isEmpty()) mistakes.add("way-counter", "parts.way.missing");
        return mistakes;
    }

    private static void checkDay(String day, Mistakes mistakes) {
        try {
            if (JapaneseDate.parse(day).exact().isEmpty()) mistakes.add("day", "parts.day.missing");
        } catch (MynaException refusal) {
            mistakes.add("day", refusal);
        }
    }

    private PageDraft page(Visit visit, Typed typed, Mistakes mistakes) {
        return pages.page(visit, "parts.title")
                .under("/", "home.title")
                .form("parts", typed, mistakes);
    }

    private static HtmlPage show(PageDraft page) {
        return page.show("sandbox/home/parts", Map.of("day", LocalDate.of(2026, 4, 1)));
    }
}
