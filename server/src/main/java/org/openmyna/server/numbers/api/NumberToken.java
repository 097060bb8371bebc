package org.openmyna.server.numbers.api;

import java.util.regex.Pattern;

/**
 * What a body holds instead of a My Number: its own name for the person behind the number. Two
 * bodies have different tokens for one person; a change of the number does not change it.
 *
 * @param value 26 of a-z and 2-7
 */
public record NumberToken(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{26}");

    public NumberToken {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no token of a number");
        }
    }
}
