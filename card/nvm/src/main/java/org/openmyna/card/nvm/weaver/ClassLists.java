package org.openmyna.card.nvm.weaver;

import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The text of {@code nvm-classes.txt}: a line for each class with its superclass and all its slots
 * ({@code name:descriptor}), then a line for each element type of arrays, all in alphabetical
 * order.
 */
record ClassLists(ClassPool pool, Set<String> woven, Set<String> elementTypes) {
    Map<String, String> byPackage() {
        Map<String, String> lists = new TreeMap<>();
        woven.forEach(name -> lists.merge(packageOf(name), line(name), String::concat));
        String elements =
                elementTypes.stream()
                        .filter(name -> !woven.contains(name) && !name.equals("java/lang/Object"))
                        .map(name -> name.replace('/', '.') + "\n")
                        .collect(Collectors.joining());
        lists.replaceAll((where, lines) -> lines + elements);
        return lists;
    }

    private String line(String name) {
        StringJoiner words = new StringJoiner(" ", "", "\n");
        words.add(name.replace('/', '.'));
        words.add(ClassPool.superName(pool.find(name).orElseThrow()).replace('/', '.'));
        pool.slots(name).forEach(slot -> words.add(slot.name() + ":" + slot.descriptor()));
        return words.toString();
    }

    static String packageOf(String name) {
        int end = name.lastIndexOf('/');
        return end < 0 ? "" : name.substring(0, end);
    }
}
