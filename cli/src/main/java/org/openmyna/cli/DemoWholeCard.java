package org.openmyna.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.LifeCycle;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.card.issuer.face.BirthDateStyle;
import org.openmyna.card.issuer.face.CardFacePrint;
import org.openmyna.card.issuer.face.Note;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.FaceRecord;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.card.reader.Authenticity;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.Opening;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.card.reader.PinNotVerified;
import org.openmyna.card.reader.Tries;
import org.openmyna.card.reader.VerificationSecret;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.profile.ValidityRule;

/** The chapters of the demo in which all applications of the card and its issuer speak. */
final class DemoWholeCard {
    private static final CardName STOLEN = new CardName("stolen");
    private static final Predicate<String> ANYTHING = output -> true;

    private final Voice voice;
    private final Evidence evidence;
    private final Story story;
    private final Country country;

    DemoWholeCard(Voice voice, Evidence evidence, Story story, Country country) {
        this.voice = voice;
        this.evidence = evidence;
        this.story = story;
        this.country = country;
    }

    /** Everything that the holder, an attendant with the card in hand, or anybody may read. */
    void read(InsertedDemoCard inserted, CardName name) {
        var trace = new StringBuilder("# TEST / 試験用\n");
        var tracer =
                new Tracer(
                        voice.language(),
                        Tracer.Form.WORDS_AND_BYTES,
                        event -> trace.append(event).append('\n'));
        IssuedCard record = record(inserted, name);
        try (MyNumberCard card = MyNumberCard.over(tracer.over(inserted.channel()))) {
            try (Pin pin = pin()) {
                card.profile().verify(pin, LastTry.KEEP);
            }
            MyNumber number = card.profile().myNumber();
            String who = card.profile().fourItems().name().text();
            story.proved(number.digits().equals(Specimens.MY_NUMBER), "demo.proof.text", who);
            boolean opened;
            try (var a = VerificationSecret.a(number)) {
                opened = accepted(card.face().verify(a, LastTry.KEEP));
            }
            keepPictures(card.face().faceRecord());
            evidence.keep("number.png", card.face().numberImage().image());
            story.proved(opened, "demo.proof.face");
            card.face().logOut();
            try (var b = VerificationSecret.b(record.verificationNumberB())) {
                opened = accepted(card.face().verify(b, LastTry.KEEP));
            }
            story.proved(opened && numberStaysShut(card), "demo.proof.front");
            card.common()
                    .serial()
                    .ifPresent(serial ->
                            story.proved(
                                    serial.expiry().equals(record.holder().cardLastDay()),
                                    "demo.proof.serial",
                                    serial.manufacturingNumber(),
                                    serial.expiry().toString()));
        }
        evidence.keep("trace.txt", trace.toString().getBytes(StandardCharsets.UTF_8));
        story.outside(
                "demo.proof.photo",
                ANYTHING,
                List.of("opj_decompress", "-i", "photo.jp2", "-o", "photo.png"));
        print(record, "");
    }

    private IssuedCard record(InsertedDemoCard inserted, CardName name) {
        try (CardChannel channel = inserted.channel()) {
            return country.records().of(channel, name);
        }
    }

    private boolean numberStaysShut(MyNumberCard card) {
        try {
            card.face().numberImage();
            return false;
        } catch (PinNotVerified shut) {
            return true;
        }
    }

    private void keepPictures(FaceRecord face) {
        evidence.keep("photo.jp2", face.photo());
        evidence.keep("name.png", face.nameImage());
        evidence.keep("address.png", face.addressImage());
    }

    private void print(IssuedCard record, String suffix) {
        CardFacePrint print =
                CardFacePrint.forPublicPicture(
                        record.face(MunicipalityNames.of(record.holder()), BirthDateStyle.ERA));
        evidence.keep("front" + suffix + ".svg", utf8(print.frontSvg()));
        evidence.keep("back" + suffix + ".svg", utf8(print.backSvg()));
        evidence.keep("card" + suffix + ".pdf", print.pdf());
    }

    /** Who signed the data, and whether this chip is the one they were signed for. */
    void check(InsertedDemoCard inserted) {
        try (MyNumberCard card = MyNumberCard.over(inserted.channel())) {
            Authenticity verdict = authenticity(card);
            story.proved(
                    verdict instanceof Authenticity.Genuine,
                    "demo.proof.genuine",
                    verdict.evidence().size());
        }
        try (MyNumberCard copy =
                MyNumberCard.over(new CopiedChip(inserted.channel(), country.random()))) {
            Authenticity verdict = authenticity(copy);
            if (verdict instanceof Authenticity.NotGenuine(var refusal, _)) {
                story.proved(
                        refusal.code().equals("MYNA-CRD-037"),
                        "demo.proof.copy",
                        refusal.code() + " " + refusal.text(voice.language()));
            } else {
                story.proved(false, "demo.proof.copy", "");
            }
        }
    }

    private Authenticity authenticity(MyNumberCard card) {
        try (Pin pin = pin()) {
            return card.checkAuthenticity(
                    IssuerKeys.trustedBy(country.issuerPlace()),
                    new Opening.ByPin(pin),
                    LastTry.KEEP,
                    country.random());
        }
    }

    /** A PIN is forgotten; the counter helps, and nobody else can. */
    void counter(InsertedDemoCard inserted) {
        try (MyNumberCard card = MyNumberCard.over(inserted.channel());
                Pin forgotten = Pin.fourDigits("0000".toCharArray())) {
            for (int attempt = 0; attempt < PinReference.FORM_INPUT.tryLimit(); attempt++) {
                card.profile().verify(forgotten, LastTry.MAY_BE_SPENT);
            }
            story.proved(
                    card.tries(PinReference.FORM_INPUT) instanceof Tries.Blocked,
                    "demo.proof.blocked");
        }
        try (CardChannel channel = inserted.channel()) {
            country.desk().unlockPin(channel, PinReference.FORM_INPUT);
        }
        try (MyNumberCard card = MyNumberCard.over(inserted.channel());
                Pin pin = pin()) {
            story.proved(accepted(card.profile().verify(pin, LastTry.KEEP)), "demo.proof.unlocked");
        }
    }

    /** The move on the card itself: one act, from the four items to the signature key. */
    IssuedCard move(InsertedDemoCard inserted, CardName name) {
        IssuedCard before = record(inserted, name);
        var office = ResidentOptions.office(Specimens.NEW_MUNICIPALITY, null, null);
        var address = new Address(Specimens.NEW_ADDRESS);
        IssuedCard after;
        try (CardChannel channel = inserted.channel()) {
            after = country.desk().move(channel, before, address, office);
        }
        var today = LocalDate.ofInstant(country.legalTime().instant(), ValidityRule.JAPAN);
        after = after.with(new Note(today, Specimens.NEW_ADDRESS + "（試験用）"));
        country.records().write(name, after);
        try (MyNumberCard card = MyNumberCard.over(inserted.channel())) {
            Authenticity verdict = authenticity(card);
            boolean moved =
                    verdict instanceof Authenticity.Genuine genuine
                            && genuine.contents()
                                    .fourItems()
                                    .filter(items -> items.address().equals(address))
                                    .isPresent();
            story.proved(moved, "demo.proof.moved", address.text());
        }
        print(after, "-after-move");
        return after;
    }

    /**
     * Somebody attacks the chip. A copy of the image stands in for the card, so that the evidence
     * keeps one that lives.
     */
    void attack(CardName name) throws IOException {
        Files.copy(country.drawer().image(name), country.drawer().image(STOLEN));
        try (VirtualCard card = country.card(STOLEN)) {
            StatusWord answer = CardAttack.glitch(card, card.channel());
            story.proved(
                    answer.equals(StatusWord.TERMINATED), "demo.proof.glitch", answer.toString());
        }
        try (VirtualCard card = country.card(STOLEN)) {
            boolean silent = card.lifeCycle() == LifeCycle.TERMINATED;
            try (CardChannel channel = card.channel()) {
                for (CardApplication each : CardApplication.values()) {
                    var select = CommandApdu.of(0x00, 0xA4, 0x04, 0x0C, each.aid());
                    silent &= channel.transmit(select).statusWord().equals(StatusWord.TERMINATED);
                }
            }
            story.proved(silent, "demo.proof.dead");
        }
    }

    private static boolean accepted(PinCheck check) {
        return check instanceof PinCheck.Accepted;
    }

    private static Pin pin() {
        return Pin.fourDigits(Specimens.PIN.toCharArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
