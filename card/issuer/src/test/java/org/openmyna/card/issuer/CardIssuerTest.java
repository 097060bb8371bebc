package org.openmyna.card.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.LifeCycle;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardRecognition;
import org.openmyna.card.protocol.CardSerialRecord;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.card.reader.Authenticity;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.Opening;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.card.reader.TrustedCvAuthorities;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.authority.CertificateRecord;
import org.openmyna.trust.authority.CertificateSearch;
import org.openmyna.trust.authority.IssuingState;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.RevocationReason;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardIssuerTest {
    private final Town town = new Town();
    private final CardDrawer drawer = new CardDrawer(town.directory.resolve("cards"));

    @AfterAll
    void all_is_closed() {
        town.close();
    }

    private IssuedCard personalise(CardChannel blank) {
        return town.personalise(blank);
    }

    private IssuedCard make(String name) {
        return drawer.make(new CardName(name), town.pairs, town.random, this::personalise);
    }

    @Test
    void a_personalised_card_survives_its_reader_and_proves_both_keys() throws Exception {
        IssuedCard issued = make("ichiro");
        try (VirtualCard card = drawer.open(new CardName("ichiro"), town.pairs, town.random);
                Pin pin = Pin.fourDigits("1234".toCharArray())) {
            assertThat(card.lifeCycle()).isEqualTo(LifeCycle.PERSONALISED);
            JpkiClient jpki = JpkiClient.select(card.channel());
            assertThat(jpki.tokenInfo().label()).isEqualTo("JPKIAPICCTOKEN2");
            assertThat(jpki.triesLeft(JpkiKey.SIGNATURE)).isEqualTo(5);
            assertThat(jpki.certificate(JpkiKey.USER_AUTHENTICATION))
                    .isEqualTo(issued.userAuthentication().der());
            assertThat(jpki.verify(JpkiKey.USER_AUTHENTICATION, pin, LastTry.KEEP))
                    .isEqualTo(new PinCheck.Accepted());
            byte[] message = {1, 2, 3};
            byte[] signature =
                    jpki.sign(JpkiKey.USER_AUTHENTICATION, DigestInfo.SHA256.ofMessage(message));
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(issued.userAuthentication().publicKey());
            check.update(message);
            assertThat(check.verify(signature)).isTrue();
        }
        assertThat(issued.signature().orElseThrow().notAfter())
                .isBeforeOrEqualTo(issued.userAuthentication().notAfter());
        assertThat(issued.userAuthentication().notAfter())
                .isEqualTo(Instant.parse("2031-03-07T14:59:59Z"));
    }

    @Test
    void everything_on_a_fresh_card_is_where_and_as_the_reference_has_it() {
        try (Town.Card card = town.newCard();
                MyNumberCard reader = MyNumberCard.over(card.channel())) {
            IssuedCard issued = card.record();
            WholeCard.read(card.channel(), issued).mustBeGenuine(town);
            for (PinReference each : PinReference.values()) {
                assertThat(reader.tries(each).toString())
                        .as(each.name())
                        .contains(String.valueOf(each.tryLimit()));
            }
            CardSerialRecord serial = reader.common().serial().orElseThrow();
            assertThat(serial.serial()).isEqualTo(issued.number().serial());
            assertThat(serial.municipality()).isEqualTo(Town.HIMEJI.code());
            assertThat(serial.expiry()).isEqualTo("2036-03-07");
            var manager = reader.manager();
            assertThat(manager.cardId()).contains(issued.number().identification());
            assertThat(manager.issuerId().orElseThrow()).hasToString("6999020/001");
            assertThat(manager.recognition()).contains(new CardRecognition("2.3.1", 3, 0x60));
            assertThat(manager.municipality()).contains(Town.HIMEJI.code());
            assertThat(manager.expiry()).contains(LocalDate.of(2036, 3, 7));
            assertThat(manager.contactAtr().orElseThrow().octets()).isEqualTo(card.chip().atr());
            CvCertificate root = town.keys.authorities().get(2);
            CvCertificate upper = manager.upperCertificate().orElseThrow();
            CvCertificate lower = manager.lowerCertificate().orElseThrow();
            assertThat(upper.isSignedBy(root.publicKey())).isTrue();
            assertThat(lower.isSignedBy(upper.publicKey())).isTrue();
            assertThat(manager.intermediateKeyId()).contains(upper.subject());
            assertThat(lower.subject()).hasToString("6282019/001");
        }
    }

    @Test
    void the_reader_finds_the_card_genuine_under_this_issuer_and_under_no_other() {
        try (Town.Card card = town.newCard();
                MyNumberCard reader = MyNumberCard.over(card.channel());
                Pin pin = Town.pin()) {
            TrustedCvAuthorities trusted = IssuerKeys.trustedBy(town.directory.resolve("issuer"));
            assertThat(
                            reader.checkAuthenticity(
                                    trusted, new Opening.ByPin(pin), LastTry.KEEP, town.random))
                    .isInstanceOf(Authenticity.Genuine.class);
            assertThat(
                            reader.checkAuthenticity(
                                    TrustedCvAuthorities.test(),
                                    new Opening.ByFront(card.record().verificationNumberB()),
                                    LastTry.KEEP,
                                    town.random))
                    .isInstanceOf(Authenticity.NotGenuine.class);
        }
    }

    @Test
    void a_child_gets_a_card_that_only_logs_in() {
        Applicant child = Town.ichiro();
        drawer.make(
                new CardName("child"),
                town.pairs,
                town.random,
                blank -> {
                    try (Pin pin = Pin.fourDigits("1234".toCharArray())) {
                        return town.issuer.personaliseForLoginOnly(blank, child, pin);
                    }
                });
        try (VirtualCard card = drawer.open(new CardName("child"), town.pairs, town.random);
                Pin password = Pin.signaturePassword("ABC123".toCharArray())) {
            JpkiClient jpki = JpkiClient.select(card.channel());
            assertThat(jpki.certificate(JpkiKey.USER_AUTHENTICATION)).isNotEmpty();
            assertThat(jpki.verify(JpkiKey.SIGNATURE, password, LastTry.MAY_BE_SPENT))
                    .isEqualTo(new PinCheck.Locked());
        }
    }

    @Test
    void a_card_is_personalised_once() {
        make("once");
        try (VirtualCard card = drawer.open(new CardName("once"), town.pairs, town.random)) {
            int issuedBefore = certificates().size();
            assertThatThrownBy(() -> personalise(card.channel())).isInstanceOf(CardNotBlank.class);
            assertThat(certificates()).as("nothing was issued").hasSize(issuedBefore);
            for (String command :
                    new String[] {
                        "00A4020C020001", "00D6000004FFFFFFFF", "00240180044321", "80F0800F"
                    }) {
                ResponseApdu answer =
                        ResponseApdu.parse(card.transmit(HexFormat.of().parseHex(command)));
                if (!command.startsWith("00A4")) assertThat(answer.isOk()).as(command).isFalse();
            }
        }
    }

    @Test
    void a_card_that_fails_half_way_leaves_no_living_certificate_and_no_file() {
        assertThatThrownBy(() ->
                        drawer.make(
                                new CardName("half"),
                                town.pairs,
                                town.random,
                                blank -> personalise(new Foreign(blank, refusingSetStatus(blank)))))
                .isInstanceOf(PersonalisationRefused.class)
                .hasMessageContaining("SET STATUS");
        assertThat(drawer.names()).doesNotContain(new CardName("half"));
        assertThat(town.directory.resolve("cards").toFile().list()).doesNotContain("half.draft");
        CertificateRecord last = certificates().getLast();
        assertThat(last.state()).isEqualTo(IssuingState.DISCARDED);
        assertThat(last.status())
                .isInstanceOfSatisfying(
                        CertificateStatus.Revoked.class,
                        revoked ->
                                assertThat(revoked.reason())
                                        .isEqualTo(RevocationReason.UNSPECIFIED));
        assertThat(town.unfinished()).isZero();
    }

    @Test
    void the_certificates_of_an_earlier_card_end_when_the_next_is_delivered() {
        IssuedCard first = make("first");
        IssuedCard second = make("second");
        first.certificates()
                .forEach(each ->
                        assertThat(town.statusOf(each))
                                .isInstanceOfSatisfying(
                                        CertificateStatus.Revoked.class,
                                        revoked ->
                                                assertThat(revoked.reason())
                                                        .isEqualTo(RevocationReason.SUPERSEDED)));
        second.certificates()
                .forEach(each ->
                        assertThat(town.statusOf(each)).isEqualTo(new CertificateStatus.Good()));
    }

    private static Function<CommandApdu, ResponseApdu> refusingSetStatus(CardChannel blank) {
        return command ->
                command.ins() == 0xF0
                        ? new ResponseApdu(new byte[0], new StatusWord(0x6581))
                        : blank.transmit(command);
    }

    @Test
    void a_card_that_never_locks_a_pin_is_given_up() {
        try (SoftCard chip = SoftCard.blank(town)) {
            Function<CommandApdu, ResponseApdu> neverLocks =
                    command -> {
                        ResponseApdu answer = chip.transmit(command);
                        return answer.statusWord().isPinLocked()
                                ? new ResponseApdu(new byte[0], new StatusWord(0x63C1))
                                : answer;
                    };
            var card = new Foreign(chip, neverLocks);
            assertThatThrownBy(() -> town.issuer.personalise(card, Town.ichiro(), CardPins.none()))
                    .isInstanceOf(CardNotAsWritten.class)
                    .hasMessageContaining("locked PIN");
        }
    }

    @Test
    void a_draft_that_a_kill_left_behind_is_thrown_away_by_the_next_card() throws Exception {
        Path left = town.directory.resolve("cards").resolve("killed.draft");
        Files.createDirectories(left.getParent());
        Files.write(left, new byte[] {1, 2, 3});
        Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rw-------"));
        make("next");
        assertThat(left).doesNotExist();
    }

    /** Of login certificates, by serial. */
    private List<CertificateRecord> certificates() {
        return town.userCa.search(CertificateSearch.all().atMost(1_000));
    }

    @Test
    void a_card_lives_to_the_tenth_birthday_of_an_adult_and_the_fifth_of_a_minor() {
        LocalDate issued = LocalDate.of(2026, 11, 23);
        assertThat(CardValidity.lastDay(LocalDate.of(1985, 3, 7), issued)).isEqualTo("2036-03-07");
        assertThat(CardValidity.lastDay(LocalDate.of(1985, 12, 1), issued)).isEqualTo("2035-12-01");
        assertThat(CardValidity.lastDay(LocalDate.of(2019, 5, 1), issued)).isEqualTo("2031-05-01");
        assertThat(CardValidity.lastDay(LocalDate.of(2004, 2, 29), issued)).isEqualTo("2036-02-29");
        assertThat(CardValidity.lastDay(LocalDate.of(2000, 2, 29), LocalDate.of(2027, 3, 1)))
                .isEqualTo("2037-02-28");
        assertThat(CardValidity.lastDay(LocalDate.of(2003, 6, 1), LocalDate.of(2022, 3, 31)))
                .as("before the law of 2022 one came of age at 20")
                .isEqualTo("2026-06-01");
    }

    @Test
    void an_unknown_birthday_is_the_first_it_can_be_and_an_unknown_age_no_age_of_majority() {
        LocalDate issued = LocalDate.of(2026, 11, 23);
        assertThat(CardValidity.lastDay(JapaneseDate.parse("1985-03-07"), issued))
                .isEqualTo("2036-03-07");
        assertThat(CardValidity.lastDay(JapaneseDate.parse("昭和60年3月日不詳"), issued))
                .isEqualTo("2036-03-01");
        assertThat(CardValidity.lastDay(JapaneseDate.parse("昭和60年月日不詳"), issued))
                .isEqualTo("2036-01-01");
        assertThat(CardValidity.lastDay(JapaneseDate.parse("平成20年月日不詳"), issued))
                .as("18 at the earliest, 17 at the latest")
                .isEqualTo("2031-01-01");
        assertThat(CardValidity.lastDay(JapaneseDate.parse("不詳"), issued)).isEqualTo("2031-01-01");
    }

    /** A card that answers some commands in its own way, as a worn or foreign card would. */
    private record Foreign(CardChannel channel, Function<CommandApdu, ResponseApdu> answers)
            implements CardChannel {
        @Override
        public ResponseApdu transmit(CommandApdu command) {
            return answers.apply(command);
        }

        @Override
        public byte[] atr() {
            return channel.atr();
        }

        @Override
        public void close() {
            channel.close();
        }
    }
}
