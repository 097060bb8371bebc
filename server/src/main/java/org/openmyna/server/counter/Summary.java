package org.openmyna.server.counter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.server.residents.api.Member;

/** What was answered, to be read once more before it is recorded. */
final class Summary {
    /**
     * @param key of the question
     * @param name of the person it is about, where there are several; else empty
     */
    record Row(String key, String name, String value) {}

    private final Answers answers;
    private final Show show;
    private final List<Row> rows = new ArrayList<>();

    private Summary(Answers answers, Show show) {
        this.answers = answers;
        this.show = show;
    }

    static List<Row> of(Answers answers, Show show) {
        Summary summary = new Summary(answers, show);
        if (answers.form().effectiveDay()) summary.day("effective", Answers.EFFECTIVE, "");
        summary.day("notified", Answers.NOTIFIED, "");
        for (Group group : answers.groups()) {
            String about = group.number() == 0 ? "" : String.valueOf(group.number());
            group.fields().forEach(field -> summary.field(field, about));
        }
        return List.copyOf(summary.rows);
    }

    private void field(Field field, String about) {
        String text = answers.text(field.name());
        switch (field.type()) {
            case TEXT, NUMBER, HIDDEN -> add(field.key(), about, text);
            case DAY -> day(field.key(), field.name(), about);
            case BIRTH_DATE ->
                    add(
                            field.key(),
                            about,
                            answers.birthDate(field.name())
                                    .map((JapaneseDate day) -> show.day(day))
                                    .orElse(""));
            case CHOICE ->
                    add(field.key(), about, text.isEmpty() ? "" : show.text("option." + text));
            case TICK ->
                    add(
                            field.key(),
                            about,
                            show.text(answers.ticked(field.name()) ? "option.yes" : "option.no"));
            case WHO -> {
                add(field.key(), about, people(answers.going()));
                staying();
            }
            case STAYING -> staying();
            case MOVERS ->
                    add(
                            field.key(),
                            about,
                            answers.movers().stream()
                                    .map(each ->
                                            each.person().value()
                                                    + "（"
                                                    + each.relationship().text()
                                                    + "）")
                                    .collect(Collectors.joining("、")));
        }
    }

    private void staying() {
        add("stay", "", people(answers.staying()));
    }

    private String people(List<Member> members) {
        return members.stream()
                .map(each ->
                        answers.subject().name(each.person().value())
                                + "（"
                                + each.relationship().text()
                                + "）")
                .collect(Collectors.joining("、"));
    }

    private void day(String key, String name, String about) {
        add(key, about, answers.day(name).map((LocalDate day) -> show.day(day)).orElse(""));
    }

    private void add(String key, String about, String value) {
        if (!value.isEmpty()) rows.add(new Row(key, about, value));
    }
}
