package org.openmyna.server.numbers.api;

import java.time.LocalDate;
import java.util.List;
import org.openmyna.kernel.CorporateNumber;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.calls.Permitted;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The desk of the keeper of numbers. Tokens are always those of the calling organisation. Acts may
 * be repeated with the same outcome.
 */
@HttpExchange("/internal/numbers/v1")
public interface NumberService {
    /** Assigns numbers to people without one (Number Act art. 7); in the same order. */
    @Permitted("ASSIGN")
    @PostExchange("/assignments")
    List<AssignedNumber> assign(Call call, @RequestBody List<ResidentRecordCode> people);

    /** Keeps a number that was assigned elsewhere, as those of a test country's specimens are. */
    @Permitted("ADOPT")
    @PostExchange("/adoptions")
    AssignedNumber adopt(Call call, @RequestBody Adoption order);

    /** The person's code changed; number and tokens stay. */
    @Permitted("ASSIGN")
    @PostExchange("/code-changes")
    void codeChanged(Call call, @RequestBody CodeChange order);

    /** Another number after a leak (Number Act art. 7 para. 2); the old one is never used again. */
    @Permitted("CHANGE")
    @PostExchange("/changes")
    AssignedNumber change(Call call, @RequestBody Change order);

    /** Reads a number. */
    @Permitted(value = "REVEAL", acts = false)
    @PostExchange("/readings")
    Revealed reveal(Call call, @RequestBody Reading order);

    /** Receives a number from a person: number check and identity check, both recorded. */
    @Permitted("CHECK")
    @PostExchange("/checks")
    NumberCheck check(Call call, @RequestBody Check order);

    /** The token of the caller for whoever has this number: for bodies that may receive it. */
    @Permitted("TOKEN")
    @PostExchange("/tokens")
    NumberToken token(Call call, @RequestBody TokenOrder order);

    /**
     * The token of the caller for whoever has this resident record code: for bodies that may have
     * the code (Resident Registry Act art. 30-9 on).
     */
    @Permitted(value = "TOKEN_OF_CODE", acts = false)
    @PostExchange("/tokens/of-code")
    NumberToken tokenOfCode(Call call, @RequestBody CodeOrder order);

    /** A Corporate Number for a new body; public, so nobody has to say why. */
    @Permitted("CORPORATE")
    @PostExchange("/corporate-numbers")
    CorporateNumber corporateNumber(Call call, @RequestParam("name") String name);

    /** The affairs of the caller on a day. */
    @Permitted("AFFAIRS")
    @GetExchange("/affairs")
    List<Affair> affairs(Call call, @RequestParam("on") LocalDate on);

    /**
     * @param number as given elsewhere
     */
    record Adoption(ResidentRecordCode person, MyNumber number) {}

    /**
     * @param before the code that the person had
     */
    record CodeChange(ResidentRecordCode before, ResidentRecordCode now) {}

    /**
     * @param exOfficio by the mayor (職権), without a request
     */
    record Change(NumberToken person, boolean exOfficio, Purpose purpose) {}

    /**
     * @param person whose number
     */
    record Reading(NumberToken person, Purpose purpose) {}

    /**
     * @param number as the person gave it
     */
    record Check(NumberToken person, MyNumber number, IdentityCheck identity, Purpose purpose) {}

    /**
     * @param number as the person gave it
     */
    record TokenOrder(MyNumber number, IdentityCheck identity, Purpose purpose) {}

    /**
     * @param person by the code in use
     */
    record CodeOrder(ResidentRecordCode person, Purpose purpose) {}

    /** A number on its way to whoever may see it. */
    record Revealed(MyNumber number) {}
}
