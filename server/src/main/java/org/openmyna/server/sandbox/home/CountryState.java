package org.openmyna.server.sandbox.home;

import java.util.List;
import java.util.function.Supplier;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.Screens;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Which organisations exist on this machine, and whether they are well. */
final class CountryState {
    /** Registered organisations of an origin, by their screens. */
    private final Supplier<List<Screens>> screens;

    private final Supplier<List<HealthIndicator>> health;

    CountryState(Supplier<List<Screens>> screens, Supplier<List<HealthIndicator>> health) {
        this.screens = screens;
        this.health = health;
    }

    Home now() {
        boolean well = health.get().stream().allMatch(CountryState::isWell);
        return new Home(
                has(Origin.SANDBOX, "/residents"),
                has(Origin.SANDBOX, "/time"),
                List.of(
                        new Group("living", List.of(soon("portal"), soon("tax"))),
                        new Group(
                                "office",
                                List.of(tile("counter", Origin.COUNTER, "/"), soon("welfare"))),
                        new Group("shop", List.of(soon("store"), soon("forms"))),
                        new Group("company", List.of(soon("business"), soon("workplace"))),
                        new Group(
                                "behind",
                                List.of(
                                        new Tile(
                                                "authority",
                                                Origin.AUTHORITY,
                                                "/cps",
                                                well ? Tile.State.READY : Tile.State.FAULT),
                                        tile("platform", Origin.PLATFORM, "/developer"),
                                        soon("linkage")))),
                List.of(new Home.Part("authority", well), new Home.Part("web", true)));
    }

    private static boolean isWell(HealthIndicator indicator) {
        Health found = indicator.health();
        return found != null
                && (found.getStatus().equals(Status.UP)
                        || found.getStatus().equals(Status.UNKNOWN));
    }

    private Tile tile(String id, Origin origin, String path) {
        return new Tile(id, origin, path, has(origin, path) ? Tile.State.READY : Tile.State.SOON);
    }

    private static Tile soon(String id) {
        return new Tile(id, Origin.SANDBOX, "/", Tile.State.SOON);
    }

    private boolean has(Origin origin, String path) {
        return screens.get().stream()
                .anyMatch(each -> each.origin() == origin && each.pages().contains(path));
    }
}
