package org.openmyna.agent;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmyna.agent.card.CardPlace;
import org.openmyna.agent.card.CardSight;
import org.openmyna.agent.card.CardTable;
import org.openmyna.agent.card.CardWork;
import org.openmyna.agent.card.Cards;
import org.openmyna.agent.card.WorkOutcome;
import org.openmyna.agent.error.AgentError;
import org.openmyna.agent.error.Refusal;
import org.openmyna.agent.page.Notice;
import org.openmyna.agent.page.Screen;
import org.openmyna.agent.platform.Answer;
import org.openmyna.agent.platform.Ask;
import org.openmyna.agent.platform.Delivery;
import org.openmyna.agent.platform.ItemsAnswer;
import org.openmyna.agent.platform.Platforms;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.kernel.Pin;
import org.openmyna.kernel.PinMalformed;

/**
 * One request from its first page to its answer. What is shown follows from what lies there now; a
 * card is looked at again whenever that changed, and after each try.
 */
final class Conversation {
    /** Somebody who does nothing for so long has gone away (ui 3.11). */
    static final Duration PATIENCE = Duration.ofSeconds(120);

    /** A page that asked for {@link #state()} each second and is silent so long was closed. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    private static final int CODE_TRIES = 3;
    private static final int CODE_DIGITS = 6;
    private static final Map<PinReference, String> FIELDS =
            Map.of(PinReference.USER_AUTHENTICATION, "pin", PinReference.FORM_INPUT, "items");

    private final Ask ask;
    private final String session;
    private final String host;
    private final Cards cards;
    private final Platforms platforms;
    private final boolean shared;
    private final InstantSource realTime;

    // all of it guarded by this
    private Instant deadline;
    private @Nullable Instant watched;
    private int version;
    private CardTable.Lying lying = new CardTable.Lying(false, List.of());
    private @Nullable CardPlace chosen;
    private @Nullable CardSight seen;
    private Set<PinReference> lastTries = Set.of();
    private int wrongCodes;
    private String language = "ja";
    private @Nullable Notice notice;
    private @Nullable Screen end;
    private @Nullable URI leaving;

    Conversation(
            Ask ask,
            String session,
            String host,
            Cards cards,
            Platforms platforms,
            boolean shared,
            InstantSource realTime) {
        this.ask = ask;
        this.session = session;
        this.host = host;
        this.cards = cards;
        this.platforms = platforms;
        this.shared = shared;
        this.realTime = realTime;
        this.deadline = realTime.instant().plus(PATIENCE);
    }

    Ask ask() {
        return ask;
    }

    boolean isWith(String other) {
        return session.equals(other);
    }

    /** Whether it goes on under the name that it began with. */
    boolean isAt(String other) {
        return host.equals(other);
    }

    /**
     * How the person wants to be spoken to; a platform's refusal is asked for in it.
     *
     * @param tag {@code ja} or {@code en}
     */
    synchronized void speak(String tag) {
        language = tag;
    }

    synchronized boolean isOver() {
        return end != null || leaving != null;
    }

    /** Where the browser is sent, once all is done. */
    synchronized Optional<URI> leaving() {
        return Optional.ofNullable(leaving);
    }

    /** Seconds until somebody who does nothing has gone away. */
    synchronized long secondsLeft() {
        return Math.max(1, Duration.between(realTime.instant(), deadline).toSeconds() + 1);
    }

    /** What an open page asks again and again, so it is known to be open. */
    synchronized String watch() {
        watched = realTime.instant();
        return state();
    }

    /** Changes when a page should be asked for again; costs no look at a card. */
    synchronized String state() {
        return isOver() ? "over" : version + "-" + Integer.toHexString(cards.look().hashCode());
    }

    /** What is said once. */
    synchronized Optional<Notice> takeNotice() {
        Optional<Notice> said = Optional.ofNullable(notice);
        notice = null;
        return said;
    }

    /** What is to be shown now. */
    synchronized Screen screen() {
        if (end != null) return end;
        if (!ask.client().registered()) return new Screen.Unregistered(ask);
        CardPlace place = place();
        if (lying.cards().isEmpty()) return new Screen.NoCard(ask, lying.reader());
        if (place == null) return new Screen.Choosing(ask, lying.cards());
        CardSight sight = sight(place);
        return switch (sight) {
            case CardSight.Usable(String _, var tries) -> usable(place, tries);
            case CardSight.NotOfTest() -> trouble(place, AgentError.CARD_NOT_OF_TEST);
            case CardSight.NotUsable() -> trouble(place, AgentError.NOT_A_MY_NUMBER_CARD);
            case CardSight.Busy() -> trouble(place, AgentError.CARD_BUSY);
            case CardSight.Gone() -> new Screen.NoCard(ask, true);
            case CardSight.NotInForce(Instant from, Instant until) ->
                    new Screen.Trouble(
                            ask,
                            place,
                            new Refusal(
                                    AgentError.CERTIFICATE_NOT_IN_FORCE,
                                    Map.of("from", Days.of(from), "until", Days.of(until))));
        };
    }

    private Screen trouble(CardPlace place, AgentError why) {
        return new Screen.Trouble(ask, place, Refusal.of(why));
    }

    /** The card that is meant, if it is clear which. */
    private @Nullable CardPlace place() {
        CardTable.Lying now = cards.look();
        if (!now.equals(lying)) {
            lying = now;
            forget();
            if (chosen != null && !now.cards().contains(chosen)) chosen = null;
        }
        if (chosen != null) return chosen;
        return now.cards().size() == 1 ? now.cards().getFirst() : null;
    }

    private void forget() {
        seen = null;
        lastTries = Set.of();
    }

    private CardSight sight(CardPlace place) {
        CardSight known = seen;
        if (known != null) return known;
        CardSight sight = cards.see(place, !ask.items().isEmpty());
        boolean mayPass = sight instanceof CardSight.Busy || sight instanceof CardSight.Gone;
        if (!mayPass) seen = sight;
        return sight;
    }

    private Screen usable(CardPlace place, Map<PinReference, Integer> tries) {
        if (tries.containsValue(0)) return trouble(place, AgentError.PIN_LOCKED);
        List<Screen.Secret> last =
                secrets(tries).stream().filter(secret -> secret.left() == 1).toList();
        if (!last.isEmpty() && shared) return trouble(place, AgentError.LAST_TRY_KEPT);
        if (!lastTries.containsAll(lastOf(tries))) return new Screen.LastTry(ask, last);
        return new Screen.Pins(ask, place, secrets(tries), lying.cards().size() > 1);
    }

    private static List<Screen.Secret> secrets(Map<PinReference, Integer> tries) {
        return tries.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each ->
                        new Screen.Secret(FIELDS.getOrDefault(each.getKey(), ""), each.getValue()))
                .toList();
    }

    private static Set<PinReference> lastOf(Map<PinReference, Integer> tries) {
        Set<PinReference> last = EnumSet.noneOf(PinReference.class);
        tries.forEach((reference, left) -> {
            if (left == 1) last.add(reference);
        });
        return last;
    }

    private void acted() {
        version++;
        deadline = realTime.instant().plus(PATIENCE);
        watched = null;
    }

    /**
     * Takes this card, or none of them for now.
     *
     * @param id of a place; anything else is none
     */
    synchronized void choose(String id) {
        if (isOver()) return;
        acted();
        forget();
        chosen =
                cards.look().cards().stream()
                        .filter(place -> place.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    /** The person checked the PIN and lets the last try go; counts for the next try alone. */
    synchronized void letLastTryGo() {
        if (shared || !(screen() instanceof Screen.LastTry)) return;
        acted();
        if (seen instanceof CardSight.Usable(String _, var tries)) lastTries = lastOf(tries);
    }

    /** The PINs were typed. */
    synchronized void login(FormBody typed) {
        if (isOver() || endsExpired()) return;
        if (!(screen() instanceof Screen.Pins(var _, CardPlace place, var _, boolean _))) return;
        if (!(seen instanceof CardSight.Usable card)) return;
        acted();
        Optional<String> code = code(typed);
        if (ask.crossDevice() && code.isEmpty()) {
            notice = Notice.of("notice.code.shape");
            return;
        }
        Optional<WorkOutcome> outcome = work(place, card, typed);
        if (outcome.isEmpty()) {
            notice = Notice.of("notice.shape");
            return;
        }
        forget();
        heard(outcome.get(), code);
    }

    /** What the first screen shows, if that is another device's; only the platform can check it. */
    private Optional<String> code(FormBody typed) {
        if (!ask.crossDevice()) return Optional.empty();
        return Optional.of(new String(typed.digits("code")).strip())
                .filter(code -> code.matches("[0-9]{" + CODE_DIGITS + "}"));
    }

    /** The platform found another number; it counts too, and ends it after three. */
    private void anotherNumber() {
        notice = Notice.of("notice.code");
        if (++wrongCodes >= CODE_TRIES) {
            end(new Answer.Failed(AgentError.CODE_WRONG.code()), AgentError.CODE_WRONG);
        }
    }

    /** Empty if what was typed is no PIN; nothing was sent then. */
    private Optional<WorkOutcome> work(CardPlace place, CardSight.Usable card, FormBody typed) {
        char[] digits = typed.digits("pin");
        char[] itemsDigits = typed.digits("items");
        try (Pin pin = Pin.fourDigits(digits)) {
            if (ask.items().isEmpty()) {
                return Optional.of(cards.work(place, work(card, pin, Optional.empty())));
            }
            try (Pin itemsPin = Pin.fourDigits(itemsDigits)) {
                var items = new CardWork.Items(ItemsAnswer.message(ask.challenge()), itemsPin);
                return Optional.of(cards.work(place, work(card, pin, Optional.of(items))));
            }
        } catch (PinMalformed noPin) {
            return Optional.empty();
        } finally {
            Arrays.fill(digits, '\0');
            Arrays.fill(itemsDigits, '\0');
        }
    }

    private CardWork work(CardSight.Usable card, Pin pin, Optional<CardWork.Items> items) {
        return new CardWork(
                card.fingerprint(), ask.challenge().digestInfo(), pin, items, lastTries);
    }

    private void heard(WorkOutcome outcome, Optional<String> code) {
        switch (outcome) {
            case WorkOutcome.Done(byte[] certificate, byte[] signature, var items) ->
                    delivered(
                            new Answer.Signed(certificate, signature, items, code),
                            new Screen.Done());
            case WorkOutcome.NotOpened(PinReference reference, PinCheck.Wrong(int left)) ->
                    notice = Notice.of("notice.wrong." + FIELDS.getOrDefault(reference, ""), left);
            // the next look at the card says it
            case WorkOutcome.NotOpened _ -> notice = null;
            case WorkOutcome.OtherCard() -> notice = Notice.of("notice.other");
            case WorkOutcome.Moved() -> notice = Notice.of("notice.moved");
            case WorkOutcome.NotUsable() -> notice = Notice.of("notice.unreadable");
        }
    }

    /** The person wants no more; the platform hears why, if it was the card. */
    synchronized void cancel() {
        if (isOver()) return;
        acted();
        Answer answer =
                switch (screen()) {
                    case Screen.Trouble(var _, var _, Refusal why) ->
                            new Answer.Failed(why.error().code());
                    case Screen.Unregistered _ ->
                            new Answer.Failed(AgentError.CLIENT_UNREGISTERED.code());
                    default -> new Answer.Cancelled();
                };
        delivered(answer, new Screen.Cancelled());
    }

    /** Somebody else's page meddled, or the address changed: nothing goes on here. */
    synchronized void abort() {
        if (isOver()) return;
        end(new Answer.Failed(AgentError.ORIGIN_CHANGED.code()), AgentError.ORIGIN_CHANGED);
    }

    /** Ends what nobody does anything about. */
    synchronized void tick() {
        if (isOver() || endsExpired() || !isLeft(realTime.instant())) return;
        end(new Answer.Cancelled(), AgentError.TIMED_OUT);
    }

    /** Ends what the platform would take no answer to: no card is asked for that. */
    private boolean endsExpired() {
        if (realTime.instant().isBefore(ask.until())) return false;
        end(new Answer.Failed(AgentError.REQUEST_EXPIRED.code()), AgentError.REQUEST_EXPIRED);
        return true;
    }

    /** Whether nobody did anything for long, or the page was closed. */
    private boolean isLeft(Instant now) {
        return !now.isBefore(deadline) || (watched != null && !now.isBefore(watched.plus(SILENCE)));
    }

    private void end(Answer answer, AgentError why) {
        notice = null;
        end = refused(Refusal.of(why));
        var unused = platforms.deliver(ask, answer, language);
    }

    private void delivered(Answer answer, Screen otherwise) {
        notice = null;
        switch (platforms.deliver(ask, answer, language)) {
            case Delivery.Taken(String code) -> {
                if (ask.crossDevice()) end = otherwise;
                else leaving = back(code);
            }
            case Delivery.Refused refused -> refused(refused);
            case Delivery.NotReached() ->
                    end = answer instanceof Answer.Signed ? notDelivered() : otherwise;
        }
    }

    private void refused(Delivery.Refused refused) {
        if (ask.crossDevice() && refused.isForAnotherNumber()) {
            anotherNumber();
        } else if (refused.returnCode().isPresent() && !ask.crossDevice()) {
            leaving = back(refused.returnCode().get());
        } else {
            String why = (refused.code() + " " + refused.detail()).strip();
            end = refused(Refusal.of(AgentError.ANSWER_NOT_TAKEN, "why", why));
        }
    }

    private Screen notDelivered() {
        return refused(Refusal.of(AgentError.ANSWER_NOT_DELIVERED, "host", ask.answer().getHost()));
    }

    /** Another device's browser has its own way back. */
    private Screen refused(Refusal why) {
        return new Screen.Refused(
                why, ask.crossDevice() ? Optional.empty() : Optional.of(ask.back()));
    }

    private URI back(String code) {
        String join = ask.back().getRawQuery() == null ? "?" : "&";
        return URI.create(ask.back() + join + "return_code=" + code);
    }
}
