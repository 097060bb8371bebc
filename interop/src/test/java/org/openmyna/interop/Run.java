package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** What a program did. Each assertion shows all of it when it fails. */
record Run(List<String> command, int exitCode, String output, String errors) {

    /** All text between two others, the second one exclusive: one paragraph of a listing. */
    Run part(String from, String to) {
        int start = output.indexOf(from);
        assertThat(start).as("%s in %s", from, this).isNotNegative();
        int end = output.indexOf(to, start);
        String found = end < 0 ? output.substring(start) : output.substring(start, end);
        return new Run(command, exitCode, found, errors);
    }

    Run succeeds() {
        return exits(0);
    }

    Run exits(int code) {
        assertThat(exitCode).as(toString()).isEqualTo(code);
        return this;
    }

    Run fails() {
        assertThat(exitCode).as(toString()).isNotZero();
        return this;
    }

    /** Each of the texts is somewhere in what was printed, on whichever stream. */
    Run says(String... texts) {
        assertThat(output + errors).as(toString()).contains(texts);
        return this;
    }

    Run doesNotSay(String text) {
        assertThat(output + errors).as(toString()).doesNotContain(text);
        return this;
    }

    /** As {@link #says}, for texts whose blanks and line ends do not matter. */
    Run saysInOrder(String... texts) {
        StringBuilder pattern = new StringBuilder("(?s).*");
        for (String text : texts) {
            pattern.append(Pattern.quote(text)).append(".*");
        }
        assertThat(output).as(toString()).matches(pattern.toString());
        return this;
    }

    @Override
    public String toString() {
        return "%s%nexit code %d%n%s%n%s"
                .formatted(String.join(" ", command), exitCode, output, errors);
    }
}
