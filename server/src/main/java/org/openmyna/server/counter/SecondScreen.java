package org.openmyna.server.counter;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 市民側の画面: what the citizen at a clerk's counter sees, and what was confirmed there. A confirmation
 * holds for the very form that was shown: another value, and it is none.
 */
final class SecondScreen {
    private boolean paired;
    private boolean ended;
    private @Nullable Preview shown;
    private boolean confirmed;

    synchronized void pair() {
        paired = true;
    }

    /** Whether a screen belongs to it. */
    synchronized boolean isPaired() {
        return paired && !ended;
    }

    /** The clerk went: the screen on the other side shows nothing any more. */
    synchronized void end() {
        ended = true;
        clear();
    }

    synchronized boolean isEnded() {
        return ended;
    }

    /** The same form once more stays confirmed. */
    synchronized void show(Preview preview) {
        if (!isSame(preview.key(), preview.answers())) confirmed = false;
        shown = preview;
    }

    synchronized void clear() {
        shown = null;
        confirmed = false;
    }

    synchronized Optional<Preview> shown() {
        return Optional.ofNullable(shown);
    }

    /**
     * The citizen confirms.
     *
     * @param key of the form that was seen
     * @return whether that is still the one that is shown
     */
    synchronized boolean confirm(String key) {
        if (shown == null || !shown.key().equals(key)) return false;
        confirmed = true;
        return true;
    }

    synchronized boolean isConfirmed() {
        return confirmed;
    }

    /** Whether the citizen confirmed exactly this. */
    synchronized boolean confirmed(String key, Answers answers) {
        return confirmed && isSame(key, answers);
    }

    private boolean isSame(String key, Answers answers) {
        return shown != null
                && shown.key().equals(key)
                && shown.answers().form().equals(answers.form())
                && Objects.equals(
                        shown.answers().subject().person().map(each -> each.id()),
                        answers.subject().person().map(each -> each.id()))
                && shown.answers().values().equals(answers.values());
    }
}
