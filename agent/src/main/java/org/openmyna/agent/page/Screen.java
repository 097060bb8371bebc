package org.openmyna.agent.page;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.openmyna.agent.card.CardPlace;
import org.openmyna.agent.error.Refusal;
import org.openmyna.agent.platform.Ask;

/** What a page shows. */
public sealed interface Screen {
    /** Nothing is asked: what this is, and the person's own word. */
    record Home(Optional<Mark> mark) implements Screen {}

    /** A request was taken; its own page follows at once. */
    record Opening() implements Screen {}

    /**
     * All is done; the browser goes back at once. A page and no redirect: what a form leads to is
     * held against the policy of its page to the very end, and where a service sends its customer
     * from there is its own affair.
     */
    record Leaving(URI goal) implements Screen {}

    /** Another one is under way; this one waits. */
    record Queued(Refusal why) implements Screen {}

    /**
     * Nothing comes of it, and nothing can be done here.
     *
     * @param back where the platform goes on, if this browser began there
     */
    record Refused(Refusal why, Optional<URI> back) implements Screen {
        public Refused(Refusal why) {
            this(why, Optional.empty());
        }
    }

    /** Somebody whom the register does not have: only to be cancelled. */
    record Unregistered(Ask ask) implements Screen {}

    /**
     * No card lies there.
     *
     * @param reader whether there is a reader at least
     */
    record NoCard(Ask ask, boolean reader) implements Screen {}

    /** Several cards lie there. */
    record Choosing(Ask ask, List<CardPlace> cards) implements Screen {
        public Choosing {
            cards = List.copyOf(cards);
        }
    }

    /** The card that lies there does not do. */
    record Trouble(Ask ask, CardPlace card, Refusal why) implements Screen {}

    /** A mistake would lock the card: does the person go on? */
    record LastTry(Ask ask, List<Secret> secrets) implements Screen {
        public LastTry {
            secrets = List.copyOf(secrets);
        }
    }

    /**
     * The PINs are typed here.
     *
     * @param others whether another card could be taken instead
     */
    record Pins(Ask ask, CardPlace card, List<Secret> secrets, boolean others) implements Screen {
        public Pins {
            secrets = List.copyOf(secrets);
        }
    }

    /** The first screen, on another device, goes on by itself. */
    record Done() implements Screen {}

    /** The person cancelled, and the platform sends nobody anywhere. */
    record Cancelled() implements Screen {}

    /**
     * A PIN that is to be typed.
     *
     * @param name of its field, and of its texts
     * @param left tries
     */
    record Secret(String name, int left) {}
}
