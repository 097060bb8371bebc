package org.openmyna.server.cards;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.issuer.Applicant;
import org.openmyna.card.issuer.FinishedCard;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.calls.Call;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.server.cards.api.PrintedCodes;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.numbers.api.NumberToken;
import org.openmyna.server.numbers.api.Purpose;
import org.openmyna.server.residents.api.CardHolder;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.profile.JpkiCertificate;

/** One try at a card, from the record to the delivery. The caller holds the {@link PersonLock}. */
final class Attempt {
    private static final String PROCEDURE = "cards.production";
    private static final String NOBODY = "production";

    private final CardStore store;
    private final CardDrawer drawer;
    private final IssuerRoom room;
    private final ChipMaker chips;
    private final Delivery delivery;
    private final Applicants applicants;
    private final ItemsHash itemsHash;
    private final CardsNeeds needs;
    private final Watch watch;

    Attempt(
            CardStore store,
            CardDrawer drawer,
            IssuerRoom room,
            ChipMaker chips,
            Delivery delivery,
            Applicants applicants,
            ItemsHash itemsHash,
            CardsNeeds needs,
            Watch watch) {
        this.store = store;
        this.drawer = drawer;
        this.room = room;
        this.chips = chips;
        this.delivery = delivery;
        this.applicants = applicants;
        this.itemsHash = itemsHash;
        this.needs = needs;
        this.watch = watch;
    }

    /**
     * @return empty if the register changed while the card was made; then nothing of it is left
     */
    Optional<MadeCard> make(Call call, long person) {
        CardHolder holder = residents().cardHolder(under(call), person);
        applicants.mustBeEntitled(holder.record());
        HolderId holderId = room.names(call.deadline()).of(holder.code());
        CardName name = freeName(person);
        Applicant applicant = applicants.of(holder, number(call, holder, name));
        long id = store.begin(person, holderId, name, holder);
        watch.at(Watch.Step.BEGUN);
        CardRow row = CardRow.begun(id, person, holderId, name, holder.version());
        byte[] items = itemsHash.of(applicant.fourItems());
        return personalised(call, row, applicant).flatMap(made -> delivered(row, made, items));
    }

    private Optional<FinishedCard> personalised(Call call, CardRow row, Applicant applicant) {
        boolean finished = false;
        try {
            Optional<FinishedCard> made =
                    chips.make(
                            row.name(),
                            applicant,
                            applicants.getsSignatureCertificate(applicant),
                            call.deadline(),
                            () -> isUnchanged(call, row));
            finished = made.isPresent();
            return made;
        } catch (MynaException refused) {
            // an authority refuses to go on with what the register's change has ended
            if (isOutOfDate(call, row, refused)) return Optional.empty();
            throw refused;
        } finally {
            if (!finished) delivery.settle(row);
        }
    }

    private boolean isOutOfDate(Call call, CardRow row, MynaException refused) {
        try {
            return !isUnchanged(call, row);
        } catch (MynaException nobodyKnows) {
            refused.addSuppressed(nobodyKnows);
            return false;
        }
    }

    private Optional<MadeCard> delivered(CardRow row, FinishedCard finished, byte[] items) {
        watch.at(Watch.Step.IN_DRAWER);
        MadeCard made = made(row, finished.card());
        if (!store.decide(
                row.id(), made, printed(finished.card()), items, needs.legalTime().instant())) {
            finished.discard();
            delivery.settle(row);
            return Optional.empty();
        }
        watch.at(Watch.Step.DECIDED);
        CardRow decided = row.decided(made);
        if (!delivery.activate(decided)) {
            delivery.takeBack(decided);
            return Optional.empty();
        }
        watch.at(Watch.Step.DELIVERED);
        return store.live(row.id()) ? Optional.of(made) : Optional.empty();
    }

    private static PrintedCodes printed(IssuedCard card) {
        return new PrintedCodes(card.securityCode(), card.number().printed().digits());
    }

    private static MadeCard made(CardRow row, IssuedCard card) {
        return new MadeCard(
                row.name().text(),
                row.person(),
                card.holder().cardLastDay(),
                card.userAuthentication().serial().toString(),
                card.userAuthentication().notAfter(),
                card.signature().map(each -> each.serial().toString()),
                card.signature().map(JpkiCertificate::notAfter));
    }

    private boolean isUnchanged(Call call, CardRow row) {
        return residents().isUnchanged(under(call), row.person(), row.version());
    }

    private MyNumber number(Call call, CardHolder holder, CardName name) {
        NumberService numbers = needs.numbers().get();
        NumberToken token = numbers.assign(under(call), List.of(holder.code())).getFirst().token();
        var purpose = new Purpose(PROCEDURE, name.text(), NOBODY);
        return numbers.reveal(under(call), new NumberService.Reading(token, purpose)).number();
    }

    /** {@code resident-42}, and {@code resident-42-2} for the card after it. */
    private CardName freeName(long person) {
        for (int card = 1; ; card++) {
            var name = new CardName("resident-" + person + (card == 1 ? "" : "-" + card));
            if (!store.isTaken(name) && !Files.exists(drawer.image(name))) return name;
        }
    }

    private ResidentService residents() {
        return needs.residents().get();
    }

    /** A question of its own, with the patience of whoever asked us. */
    private static Call under(Call call) {
        return new Call("cards-" + UUID.randomUUID(), call.deadline());
    }
}
