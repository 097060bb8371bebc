package org.openmyna.server.sandbox.population;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openmyna.server.residents.api.LoadedHousehold;

/** The people of a test country. Seed, number and day determine them, and their order. */
public final class Population {
    private Population() {}

    /**
     * Households of exactly so many people: the specimens, those for each thing that programs get
     * wrong, those to whom something happens, then as many others as it takes. They are made one by
     * one as the stream is read; the last one may be cut.
     *
     * @param today the day as at which ages are those of a real country
     */
    public static Stream<LoadedHousehold> of(long seed, long people, LocalDate today) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new Households(seed, people, today),
                        Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    private static final class Households implements Iterator<LoadedHousehold> {
        private final long seed;
        private final Iterator<LoadedHousehold> first;
        private final Plans plans = new Plans();
        private final People makers;
        private long left;
        private long number;

        Households(long seed, long people, LocalDate today) {
            Municipalities municipalities = new Municipalities();
            Fixed fixed = new Fixed(municipalities, today);
            this.seed = seed;
            this.left = people;
            this.makers = new People(municipalities, today);
            this.first =
                    Stream.of(
                                    Specimens.households(fixed),
                                    Stories.households(fixed),
                                    Edges.households(fixed))
                            .flatMap(List::stream)
                            .iterator();
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public LoadedHousehold next() {
            if (!hasNext()) throw new NoSuchElementException();
            LoadedHousehold made = cut(first.hasNext() ? first.next() : drawn());
            left -= made.people().size();
            return made;
        }

        /** Each household has its own chance, so that none depends on those before it. */
        private LoadedHousehold drawn() {
            SplittableRandom chance = new SplittableRandom(seed + 0x5DEECE66DL * ++number);
            return makers.household(plans.draw(chance), chance);
        }

        private LoadedHousehold cut(LoadedHousehold whole) {
            return whole.people().size() <= left
                    ? whole
                    : new LoadedHousehold(
                            whole.municipality(),
                            whole.address(),
                            whole.people().subList(0, (int) left));
        }
    }
}
