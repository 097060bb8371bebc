package org.openmyna.interop;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.openmyna.server.web.Origin;

/**
 * How a screen of the register is reached in {@link BrowserCountry}.
 *
 * @param pattern as the register has it
 * @param path an address that fits it
 * @param before what a visitor does first, such as going to work as a clerk
 */
record ScreenVisit(
        Origin origin,
        String pattern,
        Function<BrowserCountry, String> path,
        BiConsumer<Chromium, BrowserCountry> before) {
    /** All of them; a test says which screen is missing here. */
    static final List<ScreenVisit> ALL =
            List.of(
                    open(Origin.SANDBOX, "/"),
                    open(Origin.SANDBOX, "/help"),
                    open(Origin.SANDBOX, "/parts"),
                    open(Origin.SANDBOX, "/residents"),
                    open(
                            Origin.SANDBOX,
                            "/residents/{id}",
                            country -> "/residents/" + country.ichiro()),
                    open(Origin.SANDBOX, "/drawer"),
                    open(Origin.SANDBOX, "/time"),
                    open(
                            Origin.SANDBOX,
                            "/time/preview",
                            country -> "/time/preview?to=" + country.today().plusYears(1)),
                    open(Origin.SANDBOX, "/time/moved"),
                    open(Origin.COUNTER, "/"),
                    open(Origin.COUNTER, "/offices/{code}", _ -> "/offices/282014"),
                    atWork("/work"),
                    atWork("/cases/new"),
                    atWork("/cases/{number}"),
                    atWork("/cases/{number}/find"),
                    atWork("/cases/{number}/people/{id}"),
                    atWork("/cases/{number}/people/{id}/number"),
                    atWork("/cases/{number}/people/{id}/history"),
                    atWork("/cases/{number}/people/{id}/protection"),
                    atWork("/cases/{number}/people/{id}/events/{kind}"),
                    atWork("/cases/{number}/events/{kind}"),
                    atWork("/cases/{number}/notices/{id}"),
                    atWork("/shortcuts"),
                    atWork("/second-screen"),
                    open(Origin.COUNTER, "/citizen"),
                    new ScreenVisit(
                            Origin.COUNTER,
                            "/citizen/now",
                            _ -> "/citizen/now",
                            (chromium, country) -> country.counter().showToCitizen(chromium)),
                    new ScreenVisit(
                            Origin.COUNTER,
                            "/lock",
                            _ -> "/lock",
                            (chromium, country) -> country.counter().lock(chromium)),
                    open(Origin.PLATFORM, "/"),
                    open(Origin.PLATFORM, "/signed-out"),
                    open(Origin.PLATFORM, "/developer"),
                    atPlatform("/developer/{client}", PlatformWork::enter),
                    atPlatform("/login/{id}", PlatformWork::begin),
                    atPlatform("/login/{id}/elsewhere", PlatformWork::elsewhere),
                    atPlatform("/login/{id}/other", PlatformWork::elsewhere),
                    atPlatform("/login/{id}/back", PlatformWork::fail));

    /** One that anybody may open. */
    static ScreenVisit open(Origin origin, String path) {
        return open(origin, path, _ -> path);
    }

    private static ScreenVisit open(
            Origin origin, String pattern, Function<BrowserCountry, String> path) {
        return new ScreenVisit(origin, pattern, path, (_, _) -> {});
    }

    /** One of a supervisor of Himeji, with a case about 試験 一郎. */
    private static ScreenVisit atWork(String pattern) {
        return new ScreenVisit(
                Origin.COUNTER,
                pattern,
                country -> country.counter().path(pattern),
                (chromium, country) -> country.counter().begin(chromium));
    }

    /** One of a login, or of a registered service. */
    private static ScreenVisit atPlatform(
            String pattern, BiConsumer<PlatformWork, Chromium> before) {
        return new ScreenVisit(
                Origin.PLATFORM,
                pattern,
                country -> country.platform().path(pattern),
                (chromium, country) -> before.accept(country.platform(), chromium));
    }

    String name() {
        return origin + " " + pattern;
    }

    /** For names of files. */
    String fileName() {
        return name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
