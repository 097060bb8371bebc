package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.server.RelyingParty.base64;
import static org.openmyna.server.RelyingParty.json;
import static org.openmyna.server.RelyingParty.returnCode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.javacard.KeyPairSource;
import org.openmyna.card.reader.ItemsProof;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Pin;
import org.openmyna.kernel.Sex;
import org.openmyna.server.PageClient.Answer;
import org.openmyna.server.RelyingParty.Login;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.authority.api.HolderItems;
import org.openmyna.server.calls.Call;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.residents.api.Standing;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.verifier.LoginChallenge;
import tools.jackson.databind.JsonNode;

/** Two people's cards at the platform: their own four items, each other's, and the wrong key. */
class PlatformCardTest {
    private static final TestCountry COUNTRY = TestCountry.shared();
    private static final KeyPairSource KEYS = PlatformCardTest::pair;

    private static VirtualCard ichiro;
    private static VirtualCard other;

    private final RelyingParty bank =
            RelyingParty.entered(COUNTRY, "試験銀行", "https://bank.example.jp/callback");

    private static KeyPair pair(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static Call call() {
        return new Call(UUID.randomUUID().toString(), Instant.now().plusSeconds(60));
    }

    @BeforeAll
    static void two_people_get_their_cards() {
        List<ResidentRecord> people =
                COUNTRY
                        .server
                        .desks(ResidentService.class)
                        .desk(Organisation.SANDBOX)
                        .pick(call(), ResidentService.Situation.ANYBODY, "", 0, 25)
                        .stream()
                        .filter(each -> each.standing() == Standing.RESIDENT)
                        .filter(each -> each.birthDate().exact().isPresent())
                        .toList();
        ichiro = made(people.get(0).id().value());
        other = made(people.get(1).id().value());
    }

    private static VirtualCard made(long person) {
        CardService cards = COUNTRY.server.desks(CardService.class).desk(Organisation.SANDBOX);
        var card = cards.make(call(), person);
        var serial =
                new CertificateSerial(
                        new java.math.BigInteger(card.userAuthenticationSerial(), 16));
        var caughtUp = COUNTRY.authority().statusOf(serial);
        return new CardDrawer(COUNTRY.folder.resolve("cards"))
                .open(new CardName(card.name()), KEYS, new SecureRandom());
    }

    @AfterAll
    static void the_cards_go_back() {
        ichiro.close();
        other.close();
    }

    private static String challenge(String ask) {
        return String.valueOf(RelyingParty.claims(ask).get("challenge"));
    }

    private static void accepted(PinCheck check) {
        assertThat(check).isInstanceOf(PinCheck.Accepted.class);
    }

    /** As the agent does it. */
    private static Map<String, Object> signed(String ask, VirtualCard chip, JpkiKey key) {
        byte[] bytes = challenge(ask).getBytes(StandardCharsets.UTF_8);
        try (MyNumberCard card = MyNumberCard.over(chip.channel());
                Pin pin = Pin.fourDigits("1234".toCharArray());
                Pin password = Pin.signaturePassword("TEST1234".toCharArray())) {
            accepted(
                    card.jpki()
                            .verify(key, key == JpkiKey.SIGNATURE ? password : pin, LastTry.KEEP));
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("request", ask);
            answer.put("outcome", "signed");
            answer.put(
                    "signature",
                    base64(card.jpki().sign(key, LoginChallenge.parse(bytes).digestInfo())));
            answer.put("certificate", base64(card.jpki().certificate(key)));
            return answer;
        }
    }

    private static Map<String, String> items(String ask, VirtualCard chip) {
        var message = new ByteArrayOutputStream();
        message.writeBytes("OpenMyna card items 1\n".getBytes(StandardCharsets.UTF_8));
        message.writeBytes(challenge(ask).getBytes(StandardCharsets.UTF_8));
        try (MyNumberCard card = MyNumberCard.over(chip.channel());
                Pin pin = Pin.fourDigits("1234".toCharArray())) {
            accepted(card.profile().verify(pin, LastTry.KEEP));
            ItemsProof proof = card.profile().proveItems(message.toByteArray());
            return Map.of(
                    "file", base64(proof.items()),
                    "integrity", base64(proof.integrity()),
                    "issuer", base64(proof.issuerCertificate()),
                    "key", base64(proof.authenticationKey()),
                    "signature", base64(proof.chipSignature()));
        }
    }

    @Test
    void items_that_were_agreed_to_come_from_the_card_and_no_others() {
        Login login = bank.begin("openid name birthdate");
        String ask = bank.ask(login);
        assertThat(RelyingParty.claims(ask).get("items")).isEqualTo(List.of("name", "birthdate"));
        Map<String, Object> answer = signed(ask, ichiro, JpkiKey.USER_AUTHENTICATION);
        answer.put("items", items(ask, ichiro));
        Answer back = bank.back(login, returnCode(bank.answer(login, answer)));

        JsonNode tokens = json(bank.token(RelyingParty.code(back)));
        JsonNode told = json(bank.userInfo(tokens.get("access_token").asString()));
        assertThat(RelyingParty.names(told))
                .containsExactly("birthdate", "card_birthdate", "card_name", "name", "sub");
        assertThat(told.get("birthdate").asString()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        assertThat(told.get("birthdate").asString().replace("-", ""))
                .isEqualTo(told.get("card_birthdate").asString());
        // what was passed on once is not passed on with a later token
        JsonNode later = json(bank.refresh(tokens.get("refresh_token").asString()));
        assertThat(RelyingParty.names(json(bank.userInfo(later.get("access_token").asString()))))
                .containsExactly("sub");
    }

    @Test
    void items_of_another_card_are_refused() {
        Login login = bank.begin("openid name");
        String ask = bank.ask(login);
        Map<String, Object> answer = signed(ask, ichiro, JpkiKey.USER_AUTHENTICATION);
        answer.put("items", items(ask, other));
        Answer refused = bank.answer(login, answer);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("MYNA-PLT-011");
    }

    @Test
    void items_that_were_read_for_another_login_are_a_copy() {
        String earlier = bank.ask(bank.begin("openid name"));
        Login login = bank.begin("openid name");
        String ask = bank.ask(login);
        Map<String, Object> answer = signed(ask, ichiro, JpkiKey.USER_AUTHENTICATION);
        answer.put("items", items(earlier, ichiro));
        Answer refused = bank.answer(login, answer);
        assertThat(refused.body()).contains("MYNA-PLT-010");
        assertThat(bank.back(login, returnCode(refused)).body()).contains("CHALLENGE_ANSWERED");
    }

    @Test
    void a_signature_certificate_does_not_log_in() {
        Login login = bank.begin("openid");
        String ask = bank.ask(login);
        Answer refused = bank.answer(login, signed(ask, ichiro, JpkiKey.SIGNATURE));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("MYNA-VRF-");
        assertThat(bank.back(login, returnCode(refused)).body()).contains("KIND");
    }

    @Test
    void the_authority_says_whose_certificates_and_items_are_whose() {
        var desk = COUNTRY.server.desks(CertificateService.class).desk(Organisation.PLATFORM);
        String holder = "linked-" + UUID.randomUUID();
        String first = COUNTRY.issuedTo(holder).serial().toString();
        String second = COUNTRY.issuedTo(holder).serial().toString();
        assertThat(desk.formerSerials(call(), CaKind.USER_AUTHENTICATION, second))
                .containsExactly(first);
        assertThat(desk.formerSerials(call(), CaKind.USER_AUTHENTICATION, "ABCDEF")).isEmpty();
        var items = new HolderItems("試験　一郎", "試験町", "19850307", "1");
        assertThat(desk.isHolder(call(), first, items))
                .as("nobody made a card for this certificate")
                .isFalse();
        COUNTRY.signatureIssuedTo(
                holder,
                new FourItems(
                        PersonName.of("試験", "一郎"),
                        new Address("試験町"),
                        JapaneseDate.of(LocalDate.parse("1985-03-07")),
                        Sex.MALE));
        assertThat(desk.isHolder(call(), first, items)).as("the certificate says so").isTrue();
        assertThat(desk.isHolder(call(), first, new HolderItems("試験　二郎", "試験町", "19850307", "1")))
                .isFalse();
    }
}
