package org.openmyna.server.sandbox.population;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.sandbox.PopulationNotOurs;

/** Households in portions, from the first one on that is not there yet. */
final class Batches implements Iterator<Batches.Batch> {
    /**
     * @param from how many people come before it
     */
    record Batch(long from, List<LoadedHousehold> households) {
        long people() {
            return households.stream().mapToLong(home -> home.people().size()).sum();
        }
    }

    private final Iterator<LoadedHousehold> households;
    private final int most;
    private long from;

    /**
     * @param there how many people are in the register: the first ones, if it was us who loaded
     *     them
     * @param most people of a portion, or one household
     * @throws PopulationNotOurs if so many do not end with a household (MYNA-SBX-001)
     */
    Batches(Iterator<LoadedHousehold> households, long there, int most) {
        this.households = households;
        this.most = most;
        while (from < there && households.hasNext()) from += households.next().people().size();
        if (from != there) throw new PopulationNotOurs(there);
    }

    @Override
    public boolean hasNext() {
        return households.hasNext();
    }

    @Override
    public Batch next() {
        if (!hasNext()) throw new NoSuchElementException();
        List<LoadedHousehold> some = new ArrayList<>();
        int people = 0;
        while (households.hasNext() && people < most) {
            LoadedHousehold home = households.next();
            some.add(home);
            people += home.people().size();
        }
        Batch batch = new Batch(from, some);
        from += people;
        return batch;
    }
}
