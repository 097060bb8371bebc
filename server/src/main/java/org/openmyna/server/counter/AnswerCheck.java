package org.openmyna.server.counter;

import java.util.List;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.residents.api.Relationship;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.web.page.Mistakes;

/** What is wrong with answers, before the register is asked. */
final class AnswerCheck {
    private static final String NUMBER = "[1-9][0-9]{0,17}";

    private final Answers answers;
    private final Mistakes mistakes = Mistakes.none();

    private AnswerCheck(Answers answers) {
        this.answers = answers;
    }

    static Mistakes of(Answers answers) {
        AnswerCheck check = new AnswerCheck(answers);
        if (answers.form().effectiveDay()) check.day(Answers.EFFECTIVE, Answers.EFFECTIVE, true);
        check.day(Answers.NOTIFIED, Answers.NOTIFIED, true);
        for (Group group : answers.groups()) {
            for (Field field : group.fields()) check.field(field);
        }
        return check.mistakes;
    }

    private void field(Field field) {
        switch (field.type()) {
            case TEXT -> text(field);
            case NUMBER -> number(field);
            case DAY -> day(field.name(), field.key(), field.required());
            case BIRTH_DATE -> birthDate(field);
            case CHOICE -> choice(field);
            case WHO -> who(field);
            case STAYING -> relationships(answers.subject().others());
            case MOVERS -> movers(field);
            case HIDDEN -> {
                if (!answers.plain(field.name()).matches(NUMBER)) missing(field);
            }
            case TICK -> {}
        }
    }

    private void text(Field field) {
        String text = answers.text(field.name());
        if (text.isEmpty()) {
            if (field.required() || isPartOfSome(field)) missing(field);
            return;
        }
        if (!ofThisNationality(field)) {
            mistakes.add(field.name(), "wrong." + field.key());
            return;
        }
        try {
            field.check().accept(text);
        } catch (MynaException malformed) {
            mistakes.add(field.name(), malformed);
        }
    }

    /** A newcomer has a former surname (旧氏) with a family register, an alias (通称) without. */
    private boolean ofThisNationality(Field field) {
        String prefix = prefix(field);
        boolean foreign = !answers.text(prefix + "nationality").isEmpty();
        return prefix.isEmpty()
                || switch (field.key()) {
                    case "formerSurname" -> !foreign;
                    case "alias" -> foreign;
                    default -> true;
                };
    }

    private static String prefix(Field field) {
        return field.name().substring(0, field.name().length() - field.key().length());
    }

    /** Of a family register or a stay, either all is given or nothing. */
    private boolean isPartOfSome(Field field) {
        String prefix = prefix(field);
        return switch (field.key()) {
            case "registerCode", "registerAddress", "registerHead" ->
                    any(prefix, List.of("registerCode", "registerAddress", "registerHead"));
            case "nationality", "status", "residenceCard" ->
                    any(prefix, List.of("nationality", "status", "residenceCard"));
            default -> false;
        };
    }

    private boolean any(String prefix, List<String> names) {
        return names.stream().anyMatch(name -> !answers.text(prefix + name).isEmpty());
    }

    private void number(Field field) {
        String typed = answers.plain(field.name());
        boolean needed = field.required() || answers.text("household").equals("JOIN");
        if (typed.isEmpty() ? needed : !typed.matches(NUMBER)) missing(field);
    }

    private void choice(Field field) {
        String chosen = answers.text(field.name());
        boolean known = field.options().contains(chosen);
        if (chosen.isEmpty() ? field.required() : !known) missing(field);
    }

    private void who(Field field) {
        if (answers.goingIds().isEmpty()) missing(field);
        relationships(answers.subject().members());
    }

    private void relationships(List<ResidentRecord> people) {
        for (ResidentRecord each : people) {
            String name = "rel-" + each.id().value();
            if (answers.maybe(name).isPresent()) relationship(name);
        }
    }

    private void relationship(String name) {
        try {
            new Relationship(answers.text(name));
        } catch (MynaException malformed) {
            mistakes.add(name, malformed);
        }
    }

    private void movers(Field field) {
        boolean anybody = false;
        for (int n = 1; n <= Answers.MOST_MOVERS; n++) {
            String name = "mover-" + n;
            if (answers.maybe(name).isEmpty()) continue;
            anybody = true;
            if (!answers.plain(name).matches(NUMBER)) mistakes.add(name, "wrong.mover");
            relationship(name + "-rel");
        }
        if (!anybody) mistakes.add("mover-1", "wrong." + field.key());
    }

    private void day(String name, String key, boolean required) {
        wrong(name, key, required, Days.day(name, answers.sheet()::value));
    }

    private void birthDate(Field field) {
        wrong(
                field.name(),
                field.key(),
                field.required(),
                Days.birthDate(field.name(), answers.sheet()::value));
    }

    private void wrong(String name, String key, boolean required, Days.Read<?> read) {
        switch (read) {
            case Days.Read.Nothing<?> nothing -> {
                if (required) mistakes.add(name + "-year", "wrong." + key);
            }
            case Days.Read.Wrong<?>(String why, String part) -> mistakes.add(name + part, why);
            case Days.Read.Day<?> good -> {}
        }
    }

    private void missing(Field field) {
        mistakes.add(field.name(), "wrong." + field.key());
    }
}
