package org.openmyna.server.counter;

import java.util.List;
import java.util.function.Consumer;

/**
 * One question of a form.
 *
 * @param name in the form, and id of its first control
 * @param key its texts are {@code field.<key>} and {@code field.<key>.hint}
 * @param options of a choice: their texts are {@code option.<option>}
 * @param check throws an error of OpenMyna about a text that is malformed
 */
record Field(
        String name,
        String key,
        Type type,
        boolean required,
        List<String> options,
        Consumer<String> check) {
    /** How it is asked. */
    enum Type {
        TEXT,
        /** Digits. */
        NUMBER,
        /** A day, in three numbers and an era. */
        DAY,
        /** A birth date, of which parts may be unknown. */
        BIRTH_DATE,
        CHOICE,
        /** Yes or no. */
        TICK,
        /** Who of the household goes, and what everybody is to the householder then. */
        WHO,
        /** What those become who stay. */
        STAYING,
        /** People by their numbers in the register, as a transfer certificate has them. */
        MOVERS,
        HIDDEN
    }

    private static final Consumer<String> ANYTHING = typed -> {};

    static Field text(String name, Consumer<String> check) {
        return of(name, Type.TEXT, check);
    }

    static Field text(String name) {
        return of(name, Type.TEXT, ANYTHING);
    }

    static Field number(String name) {
        return of(name, Type.NUMBER, ANYTHING);
    }

    static Field day(String name) {
        return of(name, Type.DAY, ANYTHING);
    }

    static Field birthDate(String name) {
        return of(name, Type.BIRTH_DATE, ANYTHING);
    }

    static Field choice(String name, String... options) {
        return new Field(name, name, Type.CHOICE, true, List.of(options), ANYTHING);
    }

    static Field tick(String name) {
        return of(name, Type.TICK, ANYTHING).optional();
    }

    static Field who() {
        return of("goes", Type.WHO, ANYTHING);
    }

    static Field staying() {
        return of("staying", Type.STAYING, ANYTHING).optional();
    }

    static Field movers() {
        return of("movers", Type.MOVERS, ANYTHING);
    }

    static Field hidden(String name) {
        return of(name, Type.HIDDEN, ANYTHING);
    }

    private static Field of(String name, Type type, Consumer<String> check) {
        return new Field(name, name, type, true, List.of(), check);
    }

    Field optional() {
        return new Field(name, key, type, false, options, check);
    }

    /** The same question about another person. */
    Field of(String prefix) {
        return new Field(prefix + name, key, type, required, options, check);
    }

    /** Another text for the same name. */
    Field said(String otherKey) {
        return new Field(name, otherKey, type, required, options, check);
    }

    boolean is(String type) {
        return this.type.name().equals(type);
    }
}
