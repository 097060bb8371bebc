package org.openmyna.server.sandbox.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.server.SandboxOnly;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.clock.Speed;
import org.openmyna.server.residents.api.Deadline;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.sandbox.CardNotMadeYet;
import org.openmyna.server.sandbox.CardsInMemory;
import org.openmyna.server.sandbox.CertificatesInMemory;
import org.openmyna.server.sandbox.NumbersInMemory;
import org.openmyna.server.sandbox.RegisterInMemory;
import org.openmyna.server.sandbox.SandboxCalls;
import org.openmyna.server.sandbox.SandboxNeeds;
import org.openmyna.server.sandbox.population.Population;
import org.openmyna.trust.profile.ValidityRule;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class ScreensTest {
    private static final Instant START = Instant.parse("2026-11-27T03:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final RegisterInMemory register = new RegisterInMemory();
    private final CertificatesInMemory certificates = new CertificatesInMemory();
    private final LegalClock clock;
    private final CardsInMemory cards;
    private final SandboxOnly server;
    private final Visitor visitor;

    ScreensTest(@TempDir Path folder) {
        clock = LegalClock.in(folder.resolve("clock"), () -> START);
        cards = new CardsInMemory(clock);
        register.load(
                new SandboxCalls(Instant::now).once(), Population.of(1, 400, today()).toList());
        server =
                SandboxOnly.with(
                        new SandboxNeeds(
                                new SimpleDriverDataSource(),
                                folder,
                                register,
                                new NumbersInMemory(),
                                cards,
                                certificates,
                                clock));
        visitor = new Visitor(server.port(), "ja");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ValidityRule.JAPAN);
    }

    @Test
    void the_picker_shows_specimens_first_and_leads_on_by_twenty() {
        String page = visitor.get("/residents").text();
        assertThat(page).contains("試験　一郎", "シケン　イチロウ", "41歳", "姫路市", "次の20人");
        assertThat(visitor.get("/residents?after=20").text()).doesNotContain("試験　一郎");
    }

    @ParameterizedTest
    @ValueSource(strings = {"試験", "シケン　イチ", "しけん いち", "試験一郎"})
    void somebody_is_found_by_the_beginning_of_name_or_furigana(String typed) {
        assertThat(visitor.get("/residents?name=" + Visitor.encoded(typed)).text())
                .contains("試験　一郎")
                .doesNotContain("架空　花子");
    }

    @Test
    void latin_names_are_found_in_small_letters() {
        assertThat(visitor.get("/residents?name=suryani&situation=foreign").text())
                .contains("SURYANI", "在留期間が90日以内に終わる");
    }

    @Test
    void nobody_found_is_said_with_a_way_out() {
        assertThat(visitor.get("/residents?name=" + Visitor.encoded("いないひと")).text())
                .contains("この条件に合う人はいません", "全員を表示する");
    }

    @Test
    void what_makes_people_interesting_stands_on_their_tiles() {
        assertThat(visitor.get("/residents?situation=protected").text()).contains("仮名　京子", "支援措置");
        assertThat(visitor.get("/residents?situation=unknown_birth_date").text())
                .contains("年齢は不明", "生年月日が不詳");
    }

    @Test
    void a_card_is_made_behind_the_page_and_its_state_is_shown_then() throws Exception {
        var mayGoOn = new CountDownLatch(1);
        cards.onMaking(() -> await(mayGoOn));
        assertThat(visitor.get("/residents/1").text()).contains("1234", "TEST1234");
        assertThat(visitor.post("/residents/1/card", Map.of()).location()).hasValue("/residents/1");
        Visitor.Answer waiting = visitor.get("/residents/1");
        assertThat(waiting.body()).contains("http-equiv=\"refresh\"", "<progress");
        mayGoOn.countDown();
        awaitNoRefresh();
        assertThat(visitor.get("/residents/1").text())
                .contains("カードができました", "利用者証明用（ログイン）", "署名用", "有効です", "読み取り機に置く");
        assertThat(visitor.get("/drawer").text()).contains("引き出しのカード（1枚）", "試験　一郎");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LONG.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private void awaitNoRefresh() throws InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        while (visitor.get("/residents/1").body().contains("http-equiv=\"refresh\"")) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void why_a_card_was_not_made_is_said_with_the_code() throws Exception {
        cards.onMaking(() -> {
            throw new CardNotMadeYet();
        });
        visitor.post("/residents/1/card", Map.of());
        awaitNoRefresh();
        assertThat(visitor.get("/residents/1").text())
                .contains("カードを作れませんでした", "MYNA-SBX-003", "この人のカードを持つ");
    }

    @Test
    void a_revoked_certificate_is_shown_as_verifiers_see_it() throws Exception {
        visitor.post("/residents/1/card", Map.of());
        awaitNoRefresh();
        certificates.revoke("200000001", START);
        assertThat(visitor.get("/residents/1").text())
                .contains("失効しています", "（令和8年（2026年）11月27日（金） から）");
    }

    @Test
    void a_card_that_is_not_in_the_folder_is_not_put_on_the_reader_and_the_page_says_why()
            throws Exception {
        visitor.post("/residents/1/card", Map.of());
        awaitNoRefresh();
        visitor.post("/residents/1/insert", Map.of());
        awaitNoRefresh();
        assertThat(visitor.get("/residents/1").text()).contains("読み取り機に置けませんでした", "MYNA-CHP-003");
    }

    @Test
    void the_picture_of_a_card_never_shows_a_my_number() throws InterruptedException {
        Visitor.Answer back = visitor.get("/faces/1/back.svg");
        assertThat(back.headers()).contains("image/svg+xml");
        assertThat(back.body()).contains("TEST SPECIMEN", "1234 5678 9012").doesNotContain("9944");
        assertThat(visitor.get("/faces/1/front.svg").body())
                .contains("試験　一郎", "セキュリティコード 0000")
                .doesNotContain("4711");
        visitor.post("/residents/1/card", Map.of());
        awaitNoRefresh();
        assertThat(visitor.get("/faces/1/front.svg").body())
                .contains("セキュリティコード 4711", "製造番号 9000000000000042");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/residents/99999",
                "/residents/0",
                "/residents/x",
                "/residents/-1",
                "/faces/99999/front.svg"
            })
    void nobody_has_this_number(String path) {
        assertThat(visitor.get(path).status()).isEqualTo(404);
        assertThat(visitor.get(path).body()).contains("MYNA-SBX-002");
    }

    @Test
    void the_clock_is_moved_after_a_preview_and_the_result_is_listed() {
        register.comes(
                new Deadline(new ResidentId(4), Deadline.Kind.MOVE_IN, today().plusDays(3), "law"));
        assertThat(visitor.get("/time").text()).contains("令和8年（2026年）11月27日（金）", "12:00");
        String preview =
                visitor.post("/time/choice", Map.of("leap", "days_14")).location().orElseThrow();
        assertThat(preview).isEqualTo("/time/preview?to=2026-12-11");
        assertThat(visitor.get(preview).text())
                .contains("転入届がなく、カードと電子証明書が失効する", "1件", "架空　花子", "この日時に進める");
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(visitor.post("/time", Map.of("to", "2026-12-11")).location())
                .hasValue("/time/moved");
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-12-11T00:00:00Z"));
        assertThat(visitor.get("/time/moved").text())
                .contains("模擬日付は 令和8年（2026年）12月11日（金） になりました", "架空　花子");
        assertThat(visitor.get("/residents").text()).contains("模擬日付");
    }

    @Test
    void the_clock_stands_still_or_runs_fast_and_the_page_says_so() {
        assertThat(visitor.get("/time").body()).contains("<dd>ふつうの速さ</dd>");
        assertThat(visitor.post("/time/speed", Map.of("speed", "DAY_A_MINUTE")).location())
                .hasValue("/time");
        assertThat(clock.speed()).isEqualTo(Speed.DAY_A_MINUTE);
        assertThat(visitor.get("/time").body()).contains("<dd>1分で1日</dd>");
        visitor.post("/time/speed", Map.of("speed", "warp"));
        assertThat(clock.speed()).isEqualTo(Speed.DAY_A_MINUTE);
        visitor.post("/time/speed", Map.of("speed", "STANDING"));
        assertThat(clock.speed()).isEqualTo(Speed.STANDING);
    }

    @Test
    void before_the_first_journey_there_is_no_result() {
        assertThat(visitor.get("/time/moved").text()).contains("まだ進めていません");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-27", "2026-11-01", "2099-01-01", "tomorrow", ""})
    void the_clock_goes_neither_back_nor_too_far(String to) {
        assertThat(visitor.post("/time", Map.of("to", to)).location()).hasValue("/time");
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(visitor.get("/time/preview?to=" + to).location()).hasValue("/time");
    }

    @Test
    void a_date_of_ones_own_is_checked_and_what_was_typed_is_kept() {
        Visitor.Answer wrong =
                visitor.post(
                        "/time/choice",
                        Map.of("leap", "own", "year", "２０３１", "month", "2", "day", "30"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("その月にない日です", "value=\"２０３１\"", "href=\"#day\"", "エラー：");
        assertThat(
                        visitor.post(
                                        "/time/choice",
                                        Map.of(
                                                "leap", "own", "year", "２０３１", "month", "４", "day",
                                                "2"))
                                .location())
                .hasValue("/time/preview?to=2031-04-02");
        assertThat(visitor.post("/time/choice", Map.of()).text()).contains("進める先を1つ選んでください");
    }

    @Test
    void a_change_of_language_keeps_what_was_typed_and_checks_nothing() {
        Visitor.Answer again =
                visitor.post("/time/choice?view=en", Map.of("leap", "own", "year", "2031"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("Which day shall it be?", "value=\"2031\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en", "easy"})
    void every_page_speaks_every_language(String language) {
        var reader = new Visitor(server.port(), language.equals("en") ? "en" : "ja");
        for (String path :
                new String[] {
                    "/residents", "/residents/2", "/drawer", "/time", "/time/preview?to=2027-01-10"
                }) {
            Visitor.Answer page = reader.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains("TEST").doesNotContain("{0}", "{1}");
        }
    }
}
