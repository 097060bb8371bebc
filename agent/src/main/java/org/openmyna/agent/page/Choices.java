package org.openmyna.agent.page;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How somebody wants pages to be: kept in a cookie as tokens with a dot between, {@code ja.dark}.
 */
public record Choices(Tongue tongue, Theme theme) {
    /** What a browser gets that has chosen nothing. */
    public static Choices usual(String acceptLanguage) {
        boolean japanese = acceptLanguage.isEmpty() || acceptLanguage.strip().startsWith("ja");
        return new Choices(japanese ? Tongue.JAPANESE : Tongue.ENGLISH, Theme.AUTO);
    }

    /** These, changed by tokens; what is no token of ours changes nothing. */
    public Choices changedBy(String tokens) {
        Choices changed = this;
        for (String token : tokens.split("\\.", 8)) changed = changed.with(token);
        return changed;
    }

    private Choices with(String token) {
        Optional<Tongue> speaks =
                Stream.of(Tongue.values()).filter(each -> each.token().equals(token)).findFirst();
        Optional<Theme> looks =
                Stream.of(Theme.values()).filter(each -> each.token().equals(token)).findFirst();
        return new Choices(speaks.orElse(tongue), looks.orElse(theme));
    }

    public String tokens() {
        return tongue.token() + "." + theme.token();
    }
}
