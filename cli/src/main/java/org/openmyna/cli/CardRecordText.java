package org.openmyna.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.issuer.Applicant;
import org.openmyna.card.issuer.CardNumber;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.card.issuer.face.FacePhoto;
import org.openmyna.card.issuer.face.Note;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.kernel.Sex;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.JpkiCertificate;

/** The record of a card as lines of {@code key value}; one {@code note} line an entry. */
final class CardRecordText {
    private static final String TITLE = "openmyna-card-record 1";

    private CardRecordText() {}

    /** A record and the card's name in the drawer. */
    record Named(CardName name, IssuedCard card) {}

    static String write(CardName name, IssuedCard card) {
        Applicant holder = card.holder();
        FourItems items = holder.fourItems();
        var text = new StringBuilder(TITLE).append('\n');
        line(text, "card", name.text());
        line(text, "serial", card.number().serial());
        line(text, "security-code", card.securityCode().digits());
        line(text, "name", items.name().text());
        line(text, "address", items.address().text());
        line(text, "born", items.birthDate().certificateForm());
        line(text, "sex", items.sex().name());
        line(text, "my-number", holder.myNumber().digits());
        line(text, "record-code", holder.residentRecordCode().digits());
        line(text, "municipality", holder.office().code().digits());
        line(text, "prefecture-romaji", holder.office().prefecture());
        line(text, "municipality-romaji", holder.office().municipality());
        line(text, "counter", holder.office().counter());
        line(text, "card-last-day", holder.cardLastDay().toString());
        line(text, "photo", base64(holder.photo().jp2()));
        line(text, "login", base64(card.userAuthentication().der()));
        card.signature().ifPresent(each -> line(text, "signature", base64(each.der())));
        card.notes().forEach(note -> line(text, "note", note.day() + " " + note.text()));
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(' ').append(value).append('\n');
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * @throws RuntimeException whatever the type of a value throws if the text is damaged
     */
    static Named read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(TITLE)) {
            throw new IllegalArgumentException("no " + TITLE);
        }
        Map<String, String> values = new HashMap<>();
        List<Note> notes = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int blank = line.indexOf(' ');
            if (blank < 1) throw new IllegalArgumentException("a line without a value");
            String key = line.substring(0, blank);
            String value = line.substring(blank + 1);
            if (key.equals("note")) notes.add(note(value));
            else values.put(key, value);
        }
        Optional<JpkiCertificate> signature =
                Optional.ofNullable(values.get("signature")).map(CardRecordText::certificate);
        var card =
                new IssuedCard(
                        holder(values),
                        new CardNumber(value(values, "serial")),
                        new SecurityCode(value(values, "security-code")),
                        certificate(value(values, "login")),
                        signature,
                        notes);
        return new Named(new CardName(value(values, "card")), card);
    }

    private static Applicant holder(Map<String, String> values) {
        var items =
                new FourItems(
                        new PersonName(value(values, "name")),
                        new Address(value(values, "address")),
                        JapaneseDate.ofCertificateForm(value(values, "born")),
                        Sex.valueOf(value(values, "sex")));
        var office =
                new IssuingOffice(
                        new MunicipalityCode(value(values, "municipality")),
                        value(values, "prefecture-romaji"),
                        value(values, "municipality-romaji"),
                        value(values, "counter"));
        return new Applicant(
                items,
                new MyNumber(value(values, "my-number")),
                new ResidentRecordCode(value(values, "record-code")),
                office,
                FacePhoto.ofJp2(Base64.getDecoder().decode(value(values, "photo"))),
                LocalDate.parse(value(values, "card-last-day")));
    }

    private static String value(Map<String, String> values, String key) {
        @Nullable String value = values.get(key);
        if (value == null) throw new IllegalArgumentException("no " + key);
        return value;
    }

    private static JpkiCertificate certificate(String base64) {
        return JpkiCertificate.parse(Base64.getDecoder().decode(base64));
    }

    private static Note note(String value) {
        int blank = value.indexOf(' ');
        return new Note(LocalDate.parse(value.substring(0, blank)), value.substring(blank + 1));
    }
}
