package org.openmyna.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openmyna.server.platform.Client;
import org.openmyna.server.platform.Party;
import org.openmyna.server.platform.Standing;
import org.openmyna.trust.profile.ValidityRule;

/** Parties and clients as people and programs read them. */
final class PlatformView {
    private PlatformView() {}

    static void print(Voice voice, Iterable<Party> parties) {
        var table = new Table();
        for (Party each : parties) {
            table.row(
                    each.id(),
                    voice.words("platform.kind." + word(each.kind())),
                    standing(voice, each.standing()),
                    approval(voice, each),
                    each.nameJa(),
                    each.suspension().map(why -> why.reason() + " (" + why.law() + ")").orElse(""));
        }
        table.print(voice, "");
    }

    static void printClients(Voice voice, Iterable<Client> clients) {
        var table = new Table();
        for (Client each : clients) {
            table.row(
                    each.id(),
                    each.party(),
                    standing(voice, each.standing()),
                    each.nameJa(),
                    String.join(" ", each.redirects()));
        }
        table.print(voice, "");
    }

    private static String standing(Voice voice, Standing standing) {
        return voice.words("platform.standing." + word(standing));
    }

    private static String approval(Voice voice, Party party) {
        Optional<OffsetDateTime> from = party.approvedFrom().map(PlatformView::inJapan);
        Optional<OffsetDateTime> until = party.approvedUntil().map(PlatformView::inJapan);
        if (from.isEmpty()) return "-";
        return until.isEmpty()
                ? voice.words("platform.approval.endless", from.get())
                : voice.words("platform.approval", from.get(), until.get());
    }

    /** As a person reads a moment of the law. */
    private static OffsetDateTime inJapan(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).atZone(ValidityRule.JAPAN).toOffsetDateTime();
    }

    static Map<String, Object> data(Party party) {
        Map<String, Object> data =
                Voice.object(
                        "party", party.id(),
                        "kind", party.kind(),
                        "nameJa", party.nameJa(),
                        "nameEn", party.nameEn(),
                        "standing", party.standing(),
                        "from", moment(party.approvedFrom()),
                        "until", moment(party.approvedUntil()));
        party.suspension()
                .ifPresent(why ->
                        data.put(
                                "suspension",
                                Voice.object(
                                        "reason", why.reason(),
                                        "law", why.law(),
                                        "since", why.since())));
        return data;
    }

    private static Object moment(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("");
    }

    static Map<String, Object> data(Client client) {
        return Voice.object(
                "client", client.id(),
                "party", client.party(),
                "nameJa", client.nameJa(),
                "nameEn", client.nameEn(),
                "standing", client.standing(),
                "redirects", client.redirects(),
                "logouts", client.logouts(),
                "sector", client.sector());
    }

    /** As it is typed. */
    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
