package org.openmyna.server.sandbox.screens;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmyna.server.clock.Speed;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.Banner;
import org.openmyna.server.web.page.HtmlPage;
import org.openmyna.server.web.page.Mistakes;
import org.openmyna.server.web.page.On;
import org.openmyna.server.web.page.PageDraft;
import org.openmyna.server.web.page.Pages;
import org.openmyna.server.web.page.SeeOther;
import org.openmyna.server.web.page.Typed;
import org.openmyna.server.web.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** 模擬の日付: where the legal clock stands, and moving it forward. */
@Controller
@On(Origin.SANDBOX)
final class TimeScreen {
    private final Pages pages;
    private final TimeMachine machine;
    private final Path data;

    TimeScreen(Pages pages, TimeMachine machine, Path data) {
        this.pages = pages;
        this.machine = machine;
        this.data = data;
    }

    @GetMapping("/time")
    HtmlPage time(Visit visit) {
        return choice(visit, Typed.nothing(), Mistakes.none());
    }

    @PostMapping("/time/choice")
    View choose(Visit visit, Typed typed) {
        if (typed.redraw()) return choice(visit, typed, Mistakes.none());
        var wrong = Mistakes.none();
        Optional<LocalDate> day = Target.of(typed, machine, wrong);
        return day.isPresent()
                ? visit.see("/time/preview", Map.of("to", day.get().toString()))
                : choice(visit, typed, wrong);
    }

    @PostMapping("/time/speed")
    SeeOther run(Visit visit, Typed typed) {
        Stream.of(Speed.values())
                .filter(each -> typed.has("speed", each.name()))
                .forEach(machine::runAt);
        return visit.see("/time");
    }

    private HtmlPage choice(Visit visit, Typed typed, Mistakes wrong) {
        return Menu.on(pages.page(visit, "time.title"))
                .under("/", "home.title")
                .form("leap-form", typed, wrong)
                .show(
                        "sandbox/screens/time",
                        Map.of(
                                "now", machine.now(),
                                "leaps", machine.leaps(),
                                "speed", machine.speed(),
                                "data", forAShell(data)));
    }

    private static String forAShell(Path folder) {
        String text = folder.toAbsolutePath().toString();
        return text.matches("[\\w./+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    @GetMapping("/time/preview")
    View preview(Visit visit, Typed typed) {
        Optional<LocalDate> to = day(typed);
        if (to.isEmpty()) return visit.see("/time");
        return Menu.on(pages.page(visit, "preview.title", to.get()))
                .under("/", "home.title")
                .under("/time", "time.title")
                .show("sandbox/screens/preview", Map.of("journey", machine.preview(to.get())));
    }

    @PostMapping("/time")
    SeeOther move(Visit visit, Typed typed) {
        return visit.see(day(typed).flatMap(machine::move).isPresent() ? "/time/moved" : "/time");
    }

    @GetMapping("/time/moved")
    HtmlPage moved(Visit visit) {
        PageDraft page =
                Menu.on(pages.page(visit, "moved.title"))
                        .under("/", "home.title")
                        .under("/time", "time.title");
        Optional<Journey> journey = machine.lastJourney();
        if (journey.isEmpty()) return page.show("sandbox/screens/moved", Map.of());
        return page.with(Banner.of(Banner.Kind.DONE, "moved.done", journey.get().to()))
                .show("sandbox/screens/moved", Map.of("journey", journey.get()));
    }

    private Optional<LocalDate> day(Typed typed) {
        try {
            return typed.halfWidth("to").map(LocalDate::parse).filter(machine::leadsTo);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** What was chosen on the page of the clock. */
    private static final class Target {
        private static final List<String> PARTS = List.of("year", "month", "day");

        private Target() {}

        static Optional<LocalDate> of(Typed typed, TimeMachine machine, Mistakes wrong) {
            if (typed.has("leap", Leap.Kind.OWN.token())) return own(typed, machine, wrong);
            Optional<LocalDate> day =
                    machine.leaps().stream()
                            .filter(each -> typed.has("leap", each.kind().token()))
                            .map(Leap::day)
                            .findFirst();
            if (day.isEmpty()) wrong.add("leap", "time.choose");
            return day;
        }

        private static Optional<LocalDate> own(Typed typed, TimeMachine machine, Mistakes wrong) {
            for (String part : PARTS) {
                if (typed.halfWidth(part).filter(text -> text.matches("[0-9]{1,4}")).isEmpty()) {
                    wrong.add(part, "time.wrong." + part);
                }
            }
            if (!wrong.isEmpty()) return Optional.empty();
            try {
                LocalDate day =
                        LocalDate.of(
                                number(typed, "year"),
                                number(typed, "month"),
                                number(typed, "day"));
                if (machine.leadsTo(day)) return Optional.of(day);
                wrong.add("year", "time.wrong.past", machine.today(), TimeMachine.MOST_YEARS);
            } catch (DateTimeException noSuchDay) {
                wrong.add("day", "time.wrong.calendar");
            }
            return Optional.empty();
        }

        private static int number(Typed typed, String part) {
            return Integer.parseInt(typed.halfWidth(part).orElse("0"));
        }
    }
}
