package org.openmyna.server.sandbox.population;

import static org.openmyna.server.sandbox.population.Role.core;
import static org.openmyna.server.sandbox.population.Role.householder;
import static org.openmyna.server.sandbox.population.Role.kin;
import static org.openmyna.server.sandbox.population.Role.other;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openmyna.kernel.Sex;

/**
 * Who lives together, and how old they are: kinds of household about as often as the census finds
 * them, so that the ages of all people come out as those of the country.
 */
final class Plans {
    private static final int OLDEST = 104;
    private static final int OF_AGE = 18;

    private enum Kind {
        SINGLE(370),
        COUPLE(208),
        FAMILY(256),
        SINGLE_PARENT(80),
        PARENT_WITH(30),
        YOUNG_UNDER_OLD(28),
        OTHERS(22),
        INSTITUTION(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    private final Weighted<Kind> kinds =
            new Weighted<>(List.of(Kind.values()), kind -> kind.weight);

    List<Role> draw(RandomGenerator chance) {
        return switch (kinds.draw(chance)) {
            case SINGLE -> List.of(householder(sex(chance), singleAge(chance)));
            case COUPLE -> couple(coupleAge(chance), chance);
            case FAMILY -> family(chance);
            case SINGLE_PARENT -> singleParent(chance);
            case PARENT_WITH -> withParents(chance);
            case YOUNG_UNDER_OLD -> threeGenerations(chance);
            case OTHERS -> others(chance);
            case INSTITUTION -> institution(chance);
        };
    }

    private static int singleAge(RandomGenerator chance) {
        int part = chance.nextInt(100);
        if (part < 30) return between(19, 34, chance);
        if (part < 51) return between(35, 64, chance);
        return old(65, chance);
    }

    private static int coupleAge(RandomGenerator chance) {
        int part = chance.nextInt(100);
        if (part < 15) return between(24, 44, chance);
        if (part < 33) return between(45, 64, chance);
        return old(65, chance);
    }

    /** Fewer with each year; hardly anybody reaches the end. */
    private static int old(int from, RandomGenerator chance) {
        int span = OLDEST - from;
        int one = chance.nextInt(span);
        int other = chance.nextInt(span);
        return from + Math.min(one, other);
    }

    private static List<Role> couple(int age, RandomGenerator chance) {
        boolean man = chance.nextInt(100) < 92;
        List<Role> pair = new ArrayList<>(7);
        pair.add(householder(man ? Sex.MALE : Sex.FEMALE, age));
        int other = Math.clamp(age + (man ? -1 : 1) * between(-3, 6, chance), OF_AGE, OLDEST);
        pair.add(core(man ? "妻" : "夫", man ? Sex.FEMALE : Sex.MALE, other));
        return pair;
    }

    private static List<Role> family(RandomGenerator chance) {
        int age = chance.nextInt(100) < 84 ? between(27, 59, chance) : between(60, 76, chance);
        List<Role> people = couple(age, chance);
        int mother = Math.min(people.get(0).age(), people.get(1).age());
        addChildren(people, mother, childrenOfCouple(chance), chance);
        return people;
    }

    private static int childrenOfCouple(RandomGenerator chance) {
        int part = chance.nextInt(1000);
        if (part < 430) return 1;
        if (part < 860) return 2;
        if (part < 978) return 3;
        return part < 996 ? 4 : 5;
    }

    private static void addChildren(
            List<Role> people, int parent, int wanted, RandomGenerator chance) {
        int age = Math.max(0, parent - between(21, 36, chance));
        for (int i = 0; i < wanted && age >= 0; i++) {
            boolean leftHome = age > 23 && i > 0 && chance.nextInt(100) < 70;
            if (!leftHome) people.add(core("子", sex(chance), Math.min(age, 52)));
            age -= chance.nextInt(90) == 0 ? 0 : between(1, 5, chance);
        }
    }

    private static List<Role> singleParent(RandomGenerator chance) {
        Sex sex = chance.nextInt(100) < 84 ? Sex.FEMALE : Sex.MALE;
        int age = chance.nextInt(100) < 62 ? between(23, 55, chance) : between(56, 88, chance);
        List<Role> people = new ArrayList<>(4);
        people.add(householder(sex, age));
        addChildren(people, age, chance.nextInt(100) < 65 ? 1 : 2, chance);
        return people;
    }

    /** A couple or a single person with a parent or two, sometimes those of the wife. */
    private static List<Role> withParents(RandomGenerator chance) {
        int age = between(35, 68, chance);
        List<Role> people =
                chance.nextInt(100) < 60
                        ? couple(age, chance)
                        : new ArrayList<>(List.of(householder(sex(chance), age)));
        if (people.size() == 2 && chance.nextInt(100) < 55) {
            int mother = Math.min(age, people.get(1).age());
            addChildren(people, mother, childrenOfCouple(chance) % 4, chance);
        }
        boolean wifes =
                people.size() > 1
                        && people.get(1).relationship().equals("妻")
                        && chance.nextInt(100) < 20;
        int parent = Math.min(OLDEST, age + between(22, 33, chance));
        people.add(wifes ? other("妻の母", Sex.FEMALE, parent, 1) : kin("母", Sex.FEMALE, parent, 1));
        if (!wifes && people.size() < 7 && chance.nextInt(100) < 35) {
            people.add(kin("父", Sex.MALE, Math.min(OLDEST, parent + 2), 1));
        }
        return people;
    }

    /** The old people head it; a child, its spouse and their children live there. */
    private static List<Role> threeGenerations(RandomGenerator chance) {
        int age = between(58, 84, chance);
        List<Role> people =
                chance.nextInt(100) < 70
                        ? couple(age, chance)
                        : new ArrayList<>(List.of(householder(sex(chance), age)));
        int younger = people.stream().mapToInt(Role::age).min().orElse(age);
        int child = Math.max(OF_AGE + 5, younger - between(22, 33, chance));
        people.add(kin("子", Sex.MALE, child, 1));
        people.add(kin("子の妻", Sex.FEMALE, Math.max(OF_AGE + 2, child - 2), 1));
        int grandchild = Math.max(0, child - between(23, 34, chance));
        int most = Math.min(7 - people.size(), 1 + chance.nextInt(3));
        for (int i = 0; i < most && grandchild >= 0; i++) {
            people.add(kin("子の子", sex(chance), grandchild, 1));
            grandchild -= between(1, 4, chance);
        }
        return people;
    }

    private static List<Role> others(RandomGenerator chance) {
        int age = between(22, 78, chance);
        List<Role> people = new ArrayList<>(3);
        Sex sex = sex(chance);
        people.add(householder(sex, age));
        int near = Math.max(OF_AGE, age + between(-5, 5, chance));
        switch (chance.nextInt(6)) {
            case 0 -> people.add(kin(near >= age ? "姉" : "妹", Sex.FEMALE, near, 1));
            case 1 -> people.add(kin(near >= age ? "兄" : "弟", Sex.MALE, near, 1));
            case 2 ->
                    people.add(
                            sex == Sex.MALE
                                    ? other("妻（未届）", Sex.FEMALE, near, 1)
                                    : other("夫（未届）", Sex.MALE, near, 1));
            case 3 -> people.add(other("縁故者", sex(chance), old(60, chance), 1));
            default -> {
                people.add(other("同居人", sex(chance), near, 1));
                if (chance.nextBoolean()) people.add(other("同居人", sex(chance), near, 2));
            }
        }
        return people;
    }

    /** A home of old people: one household, as the register has it. */
    private static List<Role> institution(RandomGenerator chance) {
        int size = between(12, 24, chance);
        List<Role> people = new ArrayList<>(size);
        people.add(householder(sex(chance), old(72, chance)));
        for (int i = 1; i < size; i++) {
            Sex sex = chance.nextInt(100) < 68 ? Sex.FEMALE : Sex.MALE;
            people.add(other("同居人", sex, old(72, chance), i));
        }
        return people;
    }

    static Sex sex(RandomGenerator chance) {
        return chance.nextBoolean() ? Sex.MALE : Sex.FEMALE;
    }

    /** From the first to the last one, both included. */
    static int between(int first, int last, RandomGenerator chance) {
        return first + chance.nextInt(last - first + 1);
    }
}
