package org.openmyna.server.web.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.openmyna.kernel.MynaException;

/** What is wrong with a form, in the order of its fields. */
public final class Mistakes {
    private final List<Function<Words, Mistake>> all = new ArrayList<>();

    /** None, as a page that was asked for has. */
    public static Mistakes none() {
        return new Mistakes();
    }

    /**
     * @param field the first wrong one
     * @param key of the sentence: what is wrong, and how to mend it
     */
    public void add(String field, String key, Object... arguments) {
        all.add(words ->
                new Mistake(field, words.rich(key, arguments), words.plain(key, arguments)));
    }

    /** A refusal, in its own words and with its code. */
    public void add(String field, MynaException refusal) {
        all.add(words -> {
            String sentence =
                    refusal.text(words.language().language())
                            + " ("
                            + refusal.errorCode().code()
                            + ")";
            Content content = output -> output.writeUserContent(sentence);
            return new Mistake(field, content, sentence);
        });
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    List<Mistake> in(Words words) {
        return all.stream().map(each -> each.apply(words)).toList();
    }
}
