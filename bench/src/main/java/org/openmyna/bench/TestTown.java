package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openmyna.server.OpenMynaServer;
import org.openmyna.server.RunningServer;
import org.openmyna.server.ServerSettings;
import org.openmyna.server.calls.Call;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.sandbox.population.Population;
import org.openmyna.trust.profile.ValidityRule;

/**
 * A whole country on a folder of its own, with as many people as are asked for. Gone afterwards.
 */
final class TestTown implements AutoCloseable {
    private static final long SEED = 7;
    private static final int PORTION = 9_000;
    private static final int LOADERS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int FEW = 10;

    private final Path folder;
    private final RunningServer server;
    private final LocalDate today = LocalDate.ofInstant(Instant.now(), ValidityRule.JAPAN);

    TestTown() throws IOException {
        folder = Files.createTempDirectory("openmyna-bench");
        server = OpenMynaServer.start(ServerSettings.in(folder).withPort(0).withResidents(FEW));
    }

    RunningServer server() {
        return server;
    }

    LocalDate today() {
        return today;
    }

    ResidentService register(Organisation caller) {
        return server.desks(ResidentService.class).desk(caller);
    }

    static Call call() {
        return new Call("bench-" + UUID.randomUUID(), Instant.now().plus(PATIENCE));
    }

    /** Households of so many people, the specimens apart, who are there already. */
    Iterator<List<LoadedHousehold>> portions(long people) {
        Iterator<LoadedHousehold> all =
                Population.of(SEED, people, today)
                        .filter(each ->
                                each.people().stream()
                                        .allMatch(one -> one.person().code().isEmpty()))
                        .iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public List<LoadedHousehold> next() {
                List<LoadedHousehold> portion = new ArrayList<>();
                int size = 0;
                while (all.hasNext() && size < PORTION) {
                    LoadedHousehold next = all.next();
                    size += next.people().size();
                    portion.add(next);
                }
                return portion;
            }
        };
    }

    /** Puts people in, two portions at a time; answers the households with their ids. */
    List<Family> load(long people) {
        List<Family> families = Collections.synchronizedList(new ArrayList<>());
        Iterator<List<LoadedHousehold>> portions = portions(people);
        try (var loaders = Executors.newFixedThreadPool(LOADERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < LOADERS; n++) {
                all.add(loaders.submit(() -> loadAll(portions, families)));
            }
            for (Future<?> each : all) each.get();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
        return families;
    }

    private void loadAll(Iterator<List<LoadedHousehold>> portions, List<Family> families) {
        ResidentService register = register(Organisation.SANDBOX);
        while (true) {
            List<LoadedHousehold> portion;
            synchronized (portions) {
                if (!portions.hasNext()) return;
                portion = portions.next();
            }
            Iterator<ResidentId> ids = register.load(call(), portion).iterator();
            for (LoadedHousehold each : portion) {
                List<ResidentId> members = new ArrayList<>();
                each.people().forEach(_ -> members.add(ids.next()));
                families.add(new Family(each, List.copyOf(members)));
            }
        }
    }

    /** A household and the ids of its members, in the same order. */
    record Family(LoadedHousehold household, List<ResidentId> members) {}

    @Override
    public void close() {
        server.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
