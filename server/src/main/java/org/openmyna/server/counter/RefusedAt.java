package org.openmyna.server.counter;

import org.openmyna.kernel.MynaException;

/** At which field a refusal of the register is shown. */
final class RefusedAt {
    private RefusedAt() {}

    static String field(MynaException refused, Answers answers) {
        String wanted =
                switch (refused.errorCode().code()) {
                    case "MYNA-RES-001", "MYNA-RES-012", "MYNA-RES-014" ->
                            firstRelationship(answers);
                    case "MYNA-RES-010" -> "joins";
                    case "MYNA-RES-007" -> "mover-1";
                    case "MYNA-RES-011", "MYNA-RES-013", "MYNA-RES-017" -> "goes";
                    case "MYNA-RES-023" -> "continuedUse";
                    case "MYNA-RES-020" -> Answers.NOTIFIED + "-year";
                    case "MYNA-RES-024" -> "p1-registerCode";
                    default -> first(answers);
                };
        return asked(wanted, answers) ? wanted : first(answers);
    }

    private static String first(Answers answers) {
        return (answers.form().effectiveDay() ? Answers.EFFECTIVE : Answers.NOTIFIED) + "-year";
    }

    private static String firstRelationship(Answers answers) {
        return answers.subject().members().stream()
                .findFirst()
                .map(each -> "rel-" + each.id().value())
                .orElse("p1-relationship");
    }

    private static boolean asked(String name, Answers answers) {
        if (name.equals(Answers.NOTIFIED + "-year")) return true;
        return answers.groups().stream()
                .flatMap(group -> group.fields().stream())
                .anyMatch(field ->
                        switch (field.type()) {
                            case WHO -> name.equals("goes") || name.startsWith("rel-");
                            case STAYING -> name.startsWith("rel-");
                            case MOVERS -> name.startsWith("mover-");
                            default -> field.name().equals(name);
                        });
    }
}
