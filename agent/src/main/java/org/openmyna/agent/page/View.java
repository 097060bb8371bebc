package org.openmyna.agent.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmyna.agent.card.CardPlace;
import org.openmyna.agent.error.Refusal;
import org.openmyna.agent.platform.Ask;
import org.openmyna.agent.platform.Item;

/** What a template may say. */
public final class View {
    private final Screen screen;
    private final Frame frame;
    private final Words words;
    private final String title;

    View(Screen screen, Frame frame, String title) {
        this.screen = screen;
        this.frame = frame;
        this.words = new Words(frame.choices().tongue());
        this.title = title;
    }

    public Content text(String key, Object... values) {
        return words.rich(key, values);
    }

    public String plain(String key, Object... values) {
        return words.plain(key, values);
    }

    public Content title() {
        return words.rich(title);
    }

    /** 「エラー：」 in front where something has to be put right. */
    public String windowTitle() {
        String mistake = frame.notice().isPresent() ? words.plain("frame.mistake") : "";
        return mistake + words.plain(title) + " – " + words.plain("frame.window");
    }

    public Choices choices() {
        return frame.choices();
    }

    public String csrf() {
        return frame.csrf();
    }

    public @Nullable Mark mark() {
        return frame.mark().orElse(null);
    }

    public boolean shared() {
        return frame.shared();
    }

    /** {@code content} of a meta refresh for who has no script; null for none. */
    public @Nullable String refresh() {
        return frame.refresh().orElse(null);
    }

    /** Whether the next look comes at once, script or not. */
    public boolean atOnce() {
        return screen instanceof Screen.Opening || screen instanceof Screen.Leaving;
    }

    /** Whether a script asks for this very page again after a while. */
    public boolean queued() {
        return screen instanceof Screen.Queued;
    }

    /** What a script compares to see whether anything changed; empty if nothing can. */
    public String state() {
        return frame.state();
    }

    public @Nullable Content notice() {
        return frame.notice()
                .map(notice -> words.rich(notice.key(), notice.values().toArray()))
                .orElse(null);
    }

    /** Where switches lead: the same page. */
    public String path() {
        return frame.path();
    }

    public String sentence(Refusal why) {
        return why.text(frame.choices().tongue().language());
    }

    public String client(Ask ask) {
        return frame.choices().tongue() == Tongue.ENGLISH
                ? ask.client().nameEnglish()
                : ask.client().name();
    }

    /** What for: the purpose, where it says more than that this is a login. */
    public Content what(Ask ask) {
        String purpose = ask.challenge().purpose();
        boolean more =
                Stream.of(Tongue.values())
                        .noneMatch(each -> new Words(each).plain("kind.login").equals(purpose));
        return more ? words.rich("what.login", purpose) : words.rich("kind.login");
    }

    /** Where the browser ends up: a host, or the scheme of a program. */
    public String goal(Ask ask) {
        String host = ask.challenge().redirectAddress().getHost();
        return host == null ? ask.challenge().redirectAddress().getScheme() + ":" : host;
    }

    /** What the client gets, in the order of the card. */
    public Content items(Ask ask) {
        List<Item> all = Stream.of(Item.values()).filter(ask.items()::contains).toList();
        return output -> {
            for (Item item : all) {
                if (item != all.getFirst()) words.rich("item.between").writeTo(output);
                words.rich("item." + item.token()).writeTo(output);
            }
        };
    }

    public Content card(CardPlace place) {
        return switch (place) {
            case CardPlace.Reader(String name) -> words.rich("card.reader", name);
            case CardPlace.Drawer(String name) -> words.rich("card.drawer", name);
        };
    }

    public List<Mark.Picture> pictures() {
        return List.of(Mark.Picture.values());
    }

    /**
     * What is around every screen.
     *
     * @param path of this page, for switches
     * @param state see {@link View#state()}
     */
    record Frame(
            Choices choices,
            String csrf,
            Optional<Mark> mark,
            boolean shared,
            Optional<String> refresh,
            String state,
            Optional<Notice> notice,
            String path) {}
}
