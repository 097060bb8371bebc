package org.openmyna.server.residents.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.calls.Permitted;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The register's desk for other organisations. Acts may be repeated under the key of their {@link
 * Call} with the same outcome. Every read and every act lands in the access log.
 */
@HttpExchange("/internal/residents/v1")
public interface ResidentService {
    /** People of the officer's municipality. */
    @Permitted(value = "FIND", acts = false)
    @PostExchange("/searches")
    List<Found> find(Call call, @RequestBody Find order);

    /** A record as at a day, as known at an instant; empty if there was none. */
    @Permitted(value = "READ", acts = false)
    @PostExchange("/residents/{id}/record")
    Optional<ResidentRecord> record(Call call, @PathVariable("id") long id, @RequestBody Look look);

    /** The household of a person. */
    @Permitted(value = "READ", acts = false)
    @PostExchange("/residents/{id}/household")
    Optional<Household> household(Call call, @PathVariable("id") long id, @RequestBody Look look);

    /** Everything about a person, on both axes of time. */
    @Permitted(value = "READ", acts = false)
    @PostExchange("/residents/{id}/history")
    History history(Call call, @PathVariable("id") long id, @RequestBody Officer officer);

    /** What a notice would lead to; refuses what {@link #record(Call, Order)} would refuse. */
    @Permitted(value = "RECORD", acts = false)
    @PostExchange("/notices/preview")
    Outcome preview(Call call, @RequestBody Order order);

    /** Records a notice; its effects follow by themselves. */
    @Permitted("RECORD")
    @PostExchange("/notices")
    Outcome record(Call call, @RequestBody Order order);

    /** Begins, prolongs or ends (with a last day before today) a measure of protection. */
    @Permitted("PROTECT")
    @PostExchange("/residents/{id}/protection")
    Protection protect(Call call, @PathVariable("id") long id, @RequestBody Protect order);

    /** The code of a person of the officer's municipality (住民票コード): for the own affairs. */
    @Permitted(value = "CODE", acts = false)
    @PostExchange("/residents/{id}/code")
    ResidentRecordCode code(Call call, @PathVariable("id") long id, @RequestBody Officer officer);

    /** For the production of a card. */
    @Permitted(value = "CARD_HOLDER", acts = false)
    @PostExchange("/residents/{id}/card-holder")
    CardHolder cardHolder(Call call, @PathVariable("id") long id);

    /** Whether everything that a card shows is still as it was at this version. */
    @Permitted("CARD_HOLDER")
    @GetExchange("/residents/{id}/unchanged")
    boolean isUnchanged(
            Call call, @PathVariable("id") long id, @RequestParam("version") long version);

    /** The card was shown after a move (カードの継続利用): its term of 90 days is over. */
    @Permitted("CARD_HOLDER")
    @PostExchange("/residents/{id}/card-shown")
    void cardShown(Call call, @PathVariable("id") long id);

    /**
     * Identity data (本人確認情報) of the resident network; empty if nobody has this code, or if the time
     * for which it is kept after a removal is over.
     */
    @Permitted(value = "IDENTITY", acts = false)
    @PostExchange("/network/identities")
    Optional<NetworkIdentity> identity(Call call, @RequestBody Identify order);

    /**
     * The data of a move-out with the card, for the municipality where its holder moves in: he is
     * there, with the card and its PIN (特例転入).
     */
    @Permitted(value = "TRANSFER", acts = false)
    @PostExchange("/network/moving-out-data")
    MovingOutData movingOutData(Call call, @RequestBody Identify order);

    /** What happens by itself in these days, the earliest first. */
    @Permitted("DEADLINES")
    @GetExchange("/deadlines")
    List<Deadline> deadlines(
            Call call,
            @RequestParam("from") LocalDate from,
            @RequestParam("to") LocalDate to,
            @RequestParam("most") int most);

    /**
     * Same, of the people of the officer's municipality, those who left it included. Who is
     * protected is in it for a supervisor alone.
     */
    @Permitted(value = "MUNICIPAL_DEADLINES", acts = false)
    @PostExchange("/deadlines/municipal")
    List<Deadline> deadlines(Call call, @RequestBody DeadlineSearch search);

    /**
     * Puts a test population in, with codes, and tokens of their numbers; ids in the same order.
     */
    @Permitted("LOAD")
    @PostExchange("/population")
    List<ResidentId> load(Call call, @RequestBody List<LoadedHousehold> households);

    /** How many records there are. */
    @Permitted("LOAD")
    @GetExchange("/population/size")
    long population(Call call);

    /**
     * People of a test country, for whoever picks one; in no municipality's name.
     *
     * @param situation which ones
     * @param after whom to go on from; 0 for the beginning
     */
    @Permitted("PICK")
    @GetExchange("/population/{situation}")
    List<ResidentRecord> pick(
            Call call,
            @PathVariable("situation") Situation situation,
            @RequestParam("name") String name,
            @RequestParam("after") long after,
            @RequestParam("most") int most);

    /**
     * @param search whom
     */
    record Find(Officer officer, Search search) {}

    /**
     * @param asAt which past
     */
    record Look(Officer officer, AsAt asAt) {}

    /**
     * @param from first day
     * @param to last day
     * @param most 1 to 1,000
     */
    record DeadlineSearch(Officer officer, LocalDate from, LocalDate to, int most) {}

    /**
     * @param notice what happened
     */
    record Order(Officer officer, Notice notice) {}

    /**
     * @param code whose; read from the card
     */
    record Identify(Officer officer, ResidentRecordCode code) {
        /** Who it is stays hidden. */
        @Override
        public String toString() {
            return "Identify[hidden]";
        }
    }

    /**
     * @param protection from when until when
     */
    record Protect(Officer officer, Protection protection) {}

    /** Why somebody of a test population is worth a look. */
    enum Situation {
        ANYBODY,
        SPECIMEN,
        CHILD,
        PROTECTED,
        FOREIGN,
        MOVED_OUT,
        ABROAD,
        VARIANT_GLYPHS,
        UNKNOWN_BIRTH_DATE,
        TWIN
    }
}
