package org.openmyna.server.platform;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openmyna.card.protocol.CardDate;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.card.reader.Authenticity;
import org.openmyna.card.reader.ItemsProof;
import org.openmyna.kernel.Sex;
import org.openmyna.server.authority.api.HolderItems;
import org.openmyna.trust.verifier.LoginChallenge;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Four items from a card's form input application: believed if the chip that was asked now signed
 * for them and the authority says that they are of the certificate that logged in; kept enciphered,
 * those alone that were agreed to.
 */
final class CardItems {
    /** What the chip signs for them: this, then the bytes of the login's challenge. */
    private static final String TITLE = "OpenMyna card items 1\n";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> CLAIMS = new TypeReference<>() {};

    private final PlatformNeeds needs;
    private final People people;
    private final PlatformSecrets secrets;

    CardItems(PlatformNeeds needs, People people, PlatformSecrets secrets) {
        this.needs = needs;
        this.people = people;
        this.secrets = secrets;
    }

    /** What came of the check. */
    sealed interface Checked {
        record Good(FourItemsFile items) implements Checked {}

        record Refused(NotDone why, Failure failure) implements Checked {}
    }

    /**
     * @param serial of the certificate that logged in
     */
    Checked check(LoginChallenge challenge, ItemsProof proof, String serial) {
        Authenticity found = proof.check(needs.cardAuthorities().get(), message(challenge));
        return switch (found) {
            case Authenticity.Genuine genuine -> confirmed(genuine, serial);
            case Authenticity.NotGenuine forged -> {
                var why =
                        new NotDone(
                                PlatformError.ITEMS_NOT_GENUINE,
                                Map.of("reason", forged.refusal().code()));
                yield new Checked.Refused(why, Failure.of(forged, why));
            }
            case Authenticity.NotOpened never -> refused(PlatformError.ITEMS_MISSING);
        };
    }

    private Checked confirmed(Authenticity.Genuine genuine, String serial) {
        Optional<FourItemsFile> items = genuine.contents().fourItems();
        if (items.isEmpty()) return refused(PlatformError.ITEMS_MISSING);
        boolean confirmed =
                needs.certificates().get().isHolder(people.call(), serial, asked(items.get()));
        return confirmed ? new Checked.Good(items.get()) : refused(PlatformError.ITEMS_OF_ANOTHER);
    }

    private static Checked refused(PlatformError reason) {
        var why = new NotDone(reason);
        return new Checked.Refused(why, Failure.of(why));
    }

    private static HolderItems asked(FourItemsFile items) {
        return new HolderItems(
                items.name().text(),
                items.address().text(),
                digits(items.birthDate()),
                String.valueOf(items.sex().digit()));
    }

    private static String digits(CardDate date) {
        return "%04d%02d%02d".formatted(date.year(), date.month(), date.day());
    }

    private static byte[] message(LoginChallenge challenge) {
        var message = new ByteArrayOutputStream();
        message.writeBytes(TITLE.getBytes(StandardCharsets.UTF_8));
        message.writeBytes(challenge.bytes());
        return message.toByteArray();
    }

    /**
     * What is kept until the access token ends: the claims of the items agreed to, enciphered.
     *
     * @param agreed to
     */
    byte[] kept(FourItemsFile items, List<Item> agreed, UUID person) {
        Map<String, Object> claims = new LinkedHashMap<>();
        agreed.forEach(each -> put(claims, each, items));
        return secrets.enciphered(JSON.writeValueAsBytes(claims), person);
    }

    /** OpenID Connect Core 5.1, and beside it each text as the card has it. */
    private static void put(Map<String, Object> claims, Item item, FourItemsFile from) {
        switch (item) {
            case NAME -> {
                claims.put("name", from.name().text());
                claims.put("card_name", from.name().text());
            }
            case ADDRESS -> {
                claims.put("address", Map.of("formatted", from.address().text()));
                claims.put("card_address", from.address().text());
            }
            case BIRTHDATE -> {
                from.birthDate()
                        .exact()
                        .map(LocalDate::toString)
                        .ifPresent(day -> claims.put("birthdate", day));
                claims.put("card_birthdate", digits(from.birthDate()));
            }
            case GENDER -> {
                gender(from.sex().sex()).ifPresent(word -> claims.put("gender", word));
                claims.put("card_gender", String.valueOf(from.sex().digit()));
            }
        }
    }

    private static Optional<String> gender(Sex sex) {
        return switch (sex) {
            case MALE -> Optional.of("male");
            case FEMALE -> Optional.of("female");
            case UNKNOWN -> Optional.empty();
        };
    }

    Map<String, Object> claims(byte[] kept, UUID person) {
        return JSON.readValue(secrets.deciphered(kept, person), CLAIMS);
    }
}
