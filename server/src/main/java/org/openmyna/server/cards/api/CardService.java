package org.openmyna.server.cards.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.server.calls.Call;
import org.openmyna.server.calls.Permitted;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The desk of card management. */
@HttpExchange("/internal/cards/v1")
public interface CardService {
    /** Ends certificates, and what is under way, after events of the register. */
    @Permitted("RESIDENT_CHANGED")
    @PostExchange("/resident-changes")
    void residentsChanged(Call call, @RequestBody List<ResidentChanged.Named> changes);

    /**
     * The card of a test country's person: made when it is asked for the first time, with the test
     * PINs; answers within seconds.
     */
    @Permitted("MAKE")
    @PostExchange("/residents/{person}/card")
    MadeCard make(Call call, @PathVariable("person") long person);

    /** The card that a person has, if one was made. */
    @Permitted("LOOK")
    @GetExchange("/residents/{person}/card")
    Optional<MadeCard> card(Call call, @PathVariable("person") long person);

    /** What is printed on that card; empty for cards of programs that did not keep it. */
    @Permitted("PICTURE")
    @GetExchange("/residents/{person}/card/printed")
    Optional<PrintedCodes> printed(Call call, @PathVariable("person") long person);

    /**
     * The card with this certificate for user authentication, if it is valid.
     *
     * @param serial upper-case hexadecimal with an even number of digits
     */
    @Permitted("LOOK")
    @GetExchange("/certificates/{serial}/card")
    Optional<MadeCard> ofCertificate(Call call, @PathVariable("serial") String serial);

    /** Every card that ends, or whose certificate ends, in these days; the earliest first. */
    @Permitted("LOOK")
    @GetExchange("/ending")
    List<MadeCard> ending(
            Call call,
            @RequestParam("from") LocalDate from,
            @RequestParam("to") LocalDate to,
            @RequestParam("most") int most);

    /**
     * Whether these four items were put on the card with this 利用者証明用電子証明書. A card that has lapsed
     * still holds what it holds; of a card from before items were remembered the answer is no.
     *
     * @param serial hexadecimal
     */
    @Permitted(value = "CONFIRM_ITEMS", acts = false)
    @PostExchange("/by-user-authentication/{serial}/items")
    boolean holds(Call call, @PathVariable("serial") String serial, @RequestBody CardItems items);
}
