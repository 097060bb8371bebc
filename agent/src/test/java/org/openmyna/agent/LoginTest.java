package org.openmyna.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openmyna.agent.Browser.Shown;
import org.openmyna.agent.platform.ItemsAnswer;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardConnectionLost;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.reader.Authenticity;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.verifier.LoginChallenge;

/** A person logs in with a card, and everything that can come in between. */
class LoginTest {
    private final AgentWorld world = new AgentWorld();
    private final Browser browser = world.browser;

    @AfterEach
    void end() {
        world.close();
    }

    private static byte[] bytes(Map<String, Object> answer, String name) {
        return new Base64URL(String.valueOf(answer.get(name))).decode();
    }

    private static boolean signed(Map<String, Object> answer, byte[] message) throws Exception {
        var certificate = JpkiCertificate.parse(bytes(answer, "certificate"));
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(certificate.publicKey());
        verifier.update(message);
        return verifier.verify(bytes(answer, "signature"));
    }

    @Test
    void the_card_signs_what_the_page_shows_and_the_browser_goes_back() throws Exception {
        world.layCard();
        String request = world.platform.ask();
        Shown page = browser.ask(request);
        assertThat(page.html())
                .contains("試験銀行", "登録済み", "口座へのログイン", "bank.localhost", "あと3回")
                .contains("カードリーダー「reader」");
        Shown left = browser.submit("/talk/login", "pin", Town.PIN);
        assertThat(left.location())
                .isEqualTo(
                        world.platform.origin() + "/back?return_code=" + TestPlatform.RETURN_CODE);
        Map<String, Object> answer = world.answer();
        assertThat(answer).containsEntry("request", request).containsEntry("outcome", "signed");
        assertThat(answer).doesNotContainKey("items");
        String payload = new Base64URL(request.split("\\.", -1)[1]).decodeToString();
        String challenge = String.valueOf(JSONObjectUtils.parse(payload).get("challenge"));
        assertThat(signed(answer, challenge.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(browser.get("/state").html()).isEqualTo("over");
    }

    @Test
    void a_purpose_that_says_no_more_than_login_is_not_said_twice() {
        world.layCard();
        assertThat(browser.ask(world.platform.askFor("ログイン")).html())
                .contains("<dd>ログイン</dd>")
                .doesNotContain("ログイン：ログイン");
        assertThat(browser.get("/talk", "Accept-Language", "en").html())
                .contains("<dd>Login</dd>")
                .doesNotContain("Login: ");
    }

    @Test
    void full_width_digits_are_digits() {
        world.layCard();
        browser.ask(world.platform.ask());
        assertThat(browser.submit("/talk/login", "pin", "１２３４").location()).contains("/back");
    }

    @Test
    void the_four_items_are_read_with_their_own_pin_and_proved() {
        world.layCard();
        String request =
                world.platform.ask(claims -> claims.put("items", List.of("name", "address")));
        assertThat(browser.ask(request).html()).contains("氏名、住所", "氏名・住所の読み取り用 暗証番号", "券面事項入力補助用");
        assertThat(browser.submit("/talk/login", "pin", Town.PIN, "items", "9999").html())
                .contains("読み取り用の暗証番号が違います。あと2回");
        assertThat(world.platform.answers).isEmpty();
        assertThat(browser.submit("/talk/login", "pin", Town.PIN, "items", Town.PIN).location())
                .contains("/back");
        var items = ItemsAnswer.of(object(world.answer(), "items"));
        assertThat(items).hasToString("ItemsAnswer[hidden]");
        LoginChallenge signed = challengeOf(request);
        var genuine =
                (Authenticity.Genuine)
                        items.proof().check(Town.get().trusted(), ItemsAnswer.message(signed));
        assertThat(genuine.contents().fourItems().orElseThrow().name().text()).isEqualTo("試験　一郎");
        assertThat(
                        items.proof()
                                .check(
                                        Town.get().trusted(),
                                        ItemsAnswer.message(world.platform.challenge())))
                .isInstanceOf(Authenticity.NotGenuine.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> answer, String name) {
        return (Map<String, Object>) Objects.requireNonNull(answer.get(name));
    }

    private static LoginChallenge challengeOf(String request) {
        try {
            String payload = new Base64URL(request.split("\\.", -1)[1]).decodeToString();
            String text = String.valueOf(JSONObjectUtils.parse(payload).get("challenge"));
            return LoginChallenge.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.text.ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void who_waits_for_a_card_is_told_how_and_goes_on_by_itself() {
        world.table.reader = false;
        Shown none = browser.ask(world.platform.ask());
        assertThat(none.html()).contains("カードリーダーがありません", "url=/talk");
        String before = browser.get("/state").html();
        world.table.reader = true;
        assertThat(browser.get("/state").html()).isNotEqualTo(before);
        assertThat(browser.get("/talk").html()).contains("カードを置いてください");
        world.layCard();
        assertThat(browser.get("/talk").html()).contains("暗証番号を入力してログイン");
    }

    @Test
    void of_several_cards_one_is_chosen_and_may_be_changed_for_another() {
        world.table.lay("left", Town.get().newCard());
        world.table.lay("right", Town.get().newCard());
        assertThat(browser.ask(world.platform.ask()).html()).contains("どのカードを使いますか");
        assertThat(browser.submit("/talk/choose", "card", "reader nothing").html())
                .contains("どのカードを使いますか");
        assertThat(browser.submit("/talk/choose", "card", "reader right").html())
                .contains("「right」", "別のカードを使う");
        assertThat(browser.submit("/talk/choose").html()).contains("どのカードを使いますか");
    }

    @Test
    void a_wrong_pin_costs_a_try_and_the_last_one_is_asked_for_each_time() {
        VirtualCard card = world.layCard();
        browser.ask(world.platform.ask());
        assertThat(browser.submit("/talk/login", "pin", "0000").html())
                .contains("違います。あと2回")
                .contains("エラー：");
        Shown stop = browser.submit("/talk/login", "pin", "0000");
        assertThat(stop.html()).contains("次に間違えるとロックされます");
        // whoever sends a PIN without having agreed is not heard
        assertThat(browser.submit("/talk/login", "pin", "0000").html()).contains("次に間違えるとロックされます");
        assertThat(AgentWorld.left(card, PinReference.USER_AUTHENTICATION)).isEqualTo(1);
        assertThat(browser.submit("/talk/last-try").html()).contains("あと1回入力できます");
        assertThat(browser.submit("/talk/login", "pin", "0000").html())
                .contains("ロックされています", "MYNA-AGT-035");
        assertThat(browser.submit("/talk/cancel").location()).contains("/back");
        assertThat(world.answer())
                .containsEntry("outcome", "failed")
                .containsEntry("reason", "MYNA-AGT-035");
    }

    @Test
    void the_last_try_is_good_once_the_person_says_so() {
        world.layCard();
        browser.ask(world.platform.ask());
        browser.submit("/talk/login", "pin", "0000");
        browser.submit("/talk/login", "pin", "0000");
        browser.submit("/talk/last-try");
        assertThat(browser.submit("/talk/login", "pin", Town.PIN).location()).contains("/back");
    }

    @Test
    void what_is_no_pin_is_not_sent() {
        VirtualCard card = world.layCard();
        browser.ask(world.platform.ask());
        assertThat(browser.submit("/talk/login", "pin", "12").html()).contains("数字4桁で入力");
        assertThat(browser.submit("/talk/login", "pin", "12%6").html()).contains("数字4桁で入力");
        assertThat(AgentWorld.left(card, PinReference.USER_AUTHENTICATION)).isEqualTo(3);
    }

    /** Pulled when the PIN comes: whether the chip counted is for the chip to say. */
    private record PulledAtVerify(CardChannel card) implements CardChannel {
        @Override
        public ResponseApdu transmit(CommandApdu command) {
            if (command.ins() == 0x20 && command.data().length > 0) {
                throw new CardConnectionLost("pulled", null);
            }
            return card.transmit(command);
        }

        @Override
        public byte[] atr() {
            return card.atr();
        }

        @Override
        public void close() {
            card.close();
        }
    }

    @Test
    void a_card_that_is_pulled_while_it_is_read_counts_nothing() {
        VirtualCard card = Town.get().newCard();
        world.table.lay(
                "reader",
                () -> {
                    card.powerOn();
                    return new PulledAtVerify(card.channel());
                });
        browser.ask(world.platform.ask());
        assertThat(browser.submit("/talk/login", "pin", Town.PIN).html())
                .contains("読み取りの途中でカードが離れました", "あと3回");
        assertThat(world.platform.answers).isEmpty();
    }

    @Test
    void another_card_in_the_same_place_gets_no_pin() {
        world.layCard();
        browser.ask(world.platform.ask());
        VirtualCard other = Town.get().newCard();
        world.table.lay("reader", other);
        assertThat(browser.submit("/talk/login", "pin", "0000").html()).contains("別のカードに変わりました");
        assertThat(AgentWorld.left(other, PinReference.USER_AUTHENTICATION)).isEqualTo(3);
    }

    @Test
    void a_certificate_that_has_ended_is_told_before_any_pin() {
        world.layCard();
        world.legal.set(Town.NOW.plus(Duration.ofDays(11 * 365)));
        assertThat(browser.ask(world.platform.ask()).html())
                .contains("有効期間の外です", "MYNA-AGT-034")
                .doesNotContain("type=\"password\"");
    }

    @Test
    void whoever_cancels_is_sent_back_and_the_platform_knows() {
        browser.ask(world.platform.ask());
        assertThat(browser.submit("/talk/cancel").location()).contains("/back?return_code=");
        assertThat(world.answer())
                .containsEntry("outcome", "cancelled")
                .doesNotContainKey("reason");
    }

    /** The agent's own thread looks at the time. */
    private static void await(BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) Thread.onSpinWait();
        assertThat(done.getAsBoolean()).isTrue();
    }

    @Test
    void whoever_goes_away_has_cancelled_after_two_minutes() throws Exception {
        world.layCard();
        browser.ask(world.platform.ask());
        world.pass(119);
        assertThat(browser.get("/talk").html()).contains("暗証番号を入力してログイン");
        world.pass(2);
        await(() -> browser.get("/state").html().equals("over"));
        assertThat(browser.get("/talk").html()).contains("MYNA-AGT-028");
        assertThat(world.answer()).containsEntry("outcome", "cancelled");
        assertThat(browser.submit("/talk/login", "pin", Town.PIN).html()).contains("MYNA-AGT-028");
    }

    @Test
    void a_request_that_expires_on_the_way_gets_no_pin_and_no_signature() {
        VirtualCard card = world.layCard();
        browser.ask(
                world.platform.ask(claims -> claims.put("exp", Town.NOW.getEpochSecond() + 60)));
        world.now.set(Town.NOW.plusSeconds(60));
        assertThat(browser.submit("/talk/login", "pin", "0000").html())
                .contains("MYNA-AGT-013", "/back\"");
        assertThat(AgentWorld.left(card, PinReference.USER_AUTHENTICATION)).isEqualTo(3);
        assertThat(world.answer())
                .containsEntry("outcome", "failed")
                .containsEntry("reason", "MYNA-AGT-013");
    }

    @Test
    void a_request_that_expires_makes_room_whatever_is_done() {
        browser.ask(
                world.platform.ask(claims -> claims.put("exp", Town.NOW.getEpochSecond() + 60)));
        world.now.set(Town.NOW.plusSeconds(60));
        await(() -> browser.get("/state").html().equals("over"));
        assertThat(browser.get("/talk").html()).contains("MYNA-AGT-013");
        assertThat(world.answer()).containsEntry("reason", "MYNA-AGT-013");
    }

    @Test
    void whoever_closes_the_page_makes_room_for_the_next() {
        browser.ask(world.platform.ask());
        var other = new Browser(world.agent);
        String request = world.platform.ask();
        browser.get("/state");
        world.pass(19);
        browser.get("/state");
        world.pass(19);
        assertThat(other.ask(request).html()).contains("MYNA-AGT-020");
        world.pass(2);
        await(() -> other.ask(request).html().contains("カードを置いてください"));
        assertThat(world.answer()).containsEntry("outcome", "cancelled");
    }

    private static void fromAnotherDevice(Map<String, Object> claims) {
        claims.put("cross_device", true);
    }

    private void platformFindsTheNumberWrong(String more) {
        world.platform.status = 422;
        world.platform.body = "{\"code\": \"MYNA-PLT-009\", \"detail\": \"違います\"" + more + "}";
    }

    @Test
    void on_another_device_the_code_of_the_first_screen_is_typed() {
        VirtualCard card = world.layCard();
        assertThat(browser.ask(world.platform.ask(LoginTest::fromAnotherDevice)).html())
                .contains("確認コード");
        for (String none : List.of("", "24681", "2468101", "24681x")) {
            assertThat(browser.submit("/talk/login", "code", none, "pin", "0000").html())
                    .contains("確認コードは、数字6桁");
        }
        assertThat(AgentWorld.left(card, PinReference.USER_AUTHENTICATION)).isEqualTo(3);
        Shown done = browser.submit("/talk/login", "code", " ２４６８１０", "pin", Town.PIN);
        assertThat(done.html()).contains("はじめの画面に戻ってください");
        assertThat(done.location()).isEmpty();
        assertThat(world.answer()).containsEntry("code", "246810");
    }

    @Test
    void the_platform_alone_knows_the_code_and_may_ask_for_it_again() {
        world.layCard();
        String request = world.platform.ask(LoginTest::fromAnotherDevice);
        browser.ask(request);
        platformFindsTheNumberWrong("");
        Shown again = browser.submit("/talk/login", "code", "000000", "pin", Town.PIN);
        assertThat(again.html())
                .contains("確認コードが違います", "type=\"password\"", "エラー：")
                .doesNotContain("000000", "MYNA-AGT-");
        assertThat(world.answer()).containsEntry("code", "000000");
        world.platform.status = 200;
        world.platform.body = "{\"return_code\": \"" + TestPlatform.RETURN_CODE + "\"}";
        assertThat(browser.submit("/talk/login", "code", "246810", "pin", Town.PIN).html())
                .contains("はじめの画面に戻ってください");
        assertThat(world.answer())
                .containsEntry("code", "246810")
                .containsEntry("request", request);
    }

    @Test
    void three_wrong_codes_end_it() {
        world.layCard();
        browser.ask(world.platform.ask(LoginTest::fromAnotherDevice));
        platformFindsTheNumberWrong("");
        browser.submit("/talk/login", "code", "111111", "pin", Town.PIN);
        browser.submit("/talk/login", "code", "222222", "pin", Town.PIN);
        assertThat(browser.submit("/talk/login", "code", "333333", "pin", Town.PIN).html())
                .contains("MYNA-AGT-039")
                .doesNotContain("/back\"");
        assertThat(world.answer()).containsEntry("reason", "MYNA-AGT-039");
    }

    @Test
    void the_platform_ends_it_when_it_has_no_more_tries() {
        world.layCard();
        browser.ask(world.platform.ask(LoginTest::fromAnotherDevice));
        platformFindsTheNumberWrong(", \"return_code\": \"" + TestPlatform.RETURN_CODE + "\"");
        Shown ended = browser.submit("/talk/login", "code", "111111", "pin", Town.PIN);
        assertThat(ended.html()).contains("MYNA-AGT-040", "MYNA-PLT-009").doesNotContain("<form");
        assertThat(ended.location()).isEmpty();
    }

    @Test
    void who_asks_for_a_number_that_this_device_was_not_to_ask_for_has_refused() {
        world.layCard();
        browser.ask(world.platform.ask());
        platformFindsTheNumberWrong("");
        assertThat(browser.submit("/talk/login", "pin", Town.PIN).html())
                .contains("MYNA-AGT-040", "MYNA-PLT-009");
    }

    @Test
    void what_the_platform_refuses_is_shown_with_its_code() {
        world.layCard();
        world.platform.status = 403;
        world.platform.body = "{\"code\": \"MYNA-PLF-042\", \"detail\": \"失効しています。<b>\"}";
        browser.ask(world.platform.ask());
        Shown refused = browser.submit("/talk/login", "pin", Town.PIN);
        assertThat(refused.html())
                .contains("MYNA-AGT-040", "MYNA-PLF-042", "失効しています。&lt;b&gt;", "受け取りませんでした")
                .contains("href=\"" + world.platform.origin() + "/back\"");
        assertThat(refused.location()).isEmpty();
    }

    @Test
    void who_has_ended_the_login_says_why_itself() {
        world.layCard();
        world.platform.status = 422;
        world.platform.body =
                "{\"code\": \"MYNA-VRF-104\", \"return_code\": \""
                        + TestPlatform.RETURN_CODE
                        + "\"}";
        browser.ask(world.platform.ask());
        assertThat(browser.submit("/talk/login", "pin", Town.PIN).location())
                .isEqualTo(
                        world.platform.origin() + "/back?return_code=" + TestPlatform.RETURN_CODE);
    }

    @Test
    void who_ends_the_login_of_another_device_sends_nobody_anywhere() {
        world.layCard();
        world.platform.status = 422;
        world.platform.body =
                "{\"code\": \"MYNA-VRF-104\", \"return_code\": \""
                        + TestPlatform.RETURN_CODE
                        + "\"}";
        browser.ask(world.platform.ask(LoginTest::fromAnotherDevice));
        Shown refused = browser.submit("/talk/login", "code", "246810", "pin", Town.PIN);
        assertThat(refused.location()).isEmpty();
        assertThat(refused.html()).contains("MYNA-AGT-040", "MYNA-VRF-104").doesNotContain("/back");
    }

    @Test
    void an_answer_that_does_not_arrive_is_told_as_such() {
        world.layCard();
        for (int status : new int[] {200, 422}) {
            for (String body : List.of("no JSON", "null", "[]", "7", "\"text\"", "")) {
                world.platform.status = status;
                world.platform.body = body;
                browser.ask(world.platform.ask());
                assertThat(browser.submit("/talk/login", "pin", Town.PIN).html())
                        .as(status + body)
                        .contains("MYNA-AGT-042", "platform.localhost", "/back\"");
            }
        }
    }

    @Test
    void the_clock_of_the_agent_outlives_what_is_thrown_at_it() {
        browser.ask(world.platform.ask());
        world.clockFails = true;
        await(() -> world.clockFailed > 0);
        world.clockFails = false;
        world.pass(121);
        await(() -> browser.get("/state").html().equals("over"));
        assertThat(browser.get("/talk").html()).contains("MYNA-AGT-028");
    }

    @Test
    void a_second_request_waits_until_the_first_is_over() {
        browser.ask(world.platform.ask());
        var other = new Browser(world.agent);
        String request = world.platform.ask();
        Shown waiting = other.ask(request);
        assertThat(waiting.status()).isEqualTo(503);
        assertThat(waiting.html()).contains("MYNA-AGT-020", "http-equiv=\"refresh\" content=\"3\"");
        browser.submit("/talk/cancel");
        assertThat(other.ask(request).html()).contains("カードを置いてください");
    }

    @Test
    void three_languages_and_four_looks_are_kept() {
        browser.ask(world.platform.ask());
        Shown english = browser.get(browser.get("/talk?view=en").location());
        assertThat(english.html()).contains("lang=\"en\"", "Put down your card", "Test Bank");
        Shown easy = browser.get(browser.get("/talk?view=easy").location());
        assertThat(easy.html()).contains("<ruby>置<", "data-language=\"easy\"");
        browser.get("/talk?view=contrast");
        assertThat(browser.get("/talk").html())
                .contains("data-theme=\"contrast\"", "data-language=\"easy\"");
    }

    @Test
    void the_persons_own_word_is_on_every_page_and_can_be_changed() {
        Shown home = browser.get("/");
        assertThat(home.html()).contains("あなたの合言葉");
        assertThat(browser.submit("/word", "word", "こまち", "picture", "wave").html())
                .contains("合言葉を変えました", "こまち");
        assertThat(browser.submit("/word", "word", "<b>", "picture", "wave").html())
                .contains("1文字から12文字");
        assertThat(browser.ask(world.platform.ask()).html()).contains("こまち");
    }
}
