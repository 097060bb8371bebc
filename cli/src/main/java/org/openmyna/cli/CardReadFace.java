package org.openmyna.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.protocol.AgeRecord;
import org.openmyna.card.protocol.CardSex;
import org.openmyna.card.protocol.FaceRecord;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.reader.FaceRecordPart;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.VerificationSecret;
import org.openmyna.kernel.JapaneseDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code openmyna card read face}: what is printed on the card, as images, with the photo. */
@Command(name = "face", mixinStandardHelpOptions = true)
final class CardReadFace implements Callable<Integer> {
    /** One item that can be read alone. */
    enum Part {
        NAME(FaceRecordPart.NAME_IMAGE, "name.png"),
        ADDR(FaceRecordPart.ADDRESS_IMAGE, "address.png"),
        PHOTO(FaceRecordPart.PHOTO, "photo.jp2"),
        CODE(FaceRecordPart.SECURITY_CODE_IMAGE, "security-code.png"),
        BIRTH(FaceRecordPart.BIRTH_DATE, ""),
        SEX(FaceRecordPart.SEX, ""),
        EXPIRY(FaceRecordPart.EXPIRY, "");

        private final FaceRecordPart part;
        private final String file;

        Part(FaceRecordPart part, String file) {
            this.part = part;
            this.file = file;
        }

        private boolean isImage() {
            return !file.isEmpty();
        }
    }

    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private CardOptions card = new CardOptions();
    @Mixin private PinOptions pin = new PinOptions();
    @Mixin private NumberAOptions number = new NumberAOptions();
    @Mixin private NumberBOptions front = new NumberBOptions();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "option.face.out")
    private @Nullable Path out;

    @Option(
            names = "--part",
            paramLabel = "name|addr|photo|code|birth|sex|expiry",
            descriptionKey = "option.face.part")
    private @Nullable Part part;

    @Option(names = "-o", paramLabel = "FILE", descriptionKey = "option.face.file")
    private @Nullable Path file;

    @Option(names = "--age", descriptionKey = "option.face.age")
    private boolean age;

    CardReadFace(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        try (MyNumberCard open = card.openCard(surroundings.country(common))) {
            if (age) {
                readAge(voice, open);
                return 0;
            }
            try (CardKey key = CardKey.of(voice, pin, number, front)) {
                key.openFace(open);
                if (part != null) readPart(voice, open, part);
                else readAll(voice, open, key.opensNumber());
            }
        }
        return 0;
    }

    private void readAge(Voice voice, MyNumberCard open) {
        JapaneseDate born =
                front.born()
                        .orElseThrow(() ->
                                new CommandFailed(
                                        CommandError.OPTION_MISSING, Map.of("option", "--born")));
        PinAnswer.tellTries(
                voice,
                PinReference.CARD_FACE_BIRTH_DATE,
                open.tries(PinReference.CARD_FACE_BIRTH_DATE));
        try (var secret = VerificationSecret.birthDate(born)) {
            PinAnswer.mustBeAccepted(
                    PinReference.CARD_FACE_BIRTH_DATE, open.face().verify(secret, pin.spending()));
        }
        AgeRecord record = open.face().ageRecord();
        voice.line(CardValues.date(record.birthDate()));
        voice.data(Voice.object("birthDate", CardValues.isoDate(record.birthDate())));
    }

    private void readPart(Voice voice, MyNumberCard open, Part wanted) {
        byte[] value = open.face().part(wanted.part);
        if (wanted.isImage()) {
            Path target = file != null ? file : Path.of(wanted.file);
            OutputFile.write(target, value);
            voice.say("read.face.written", target, CardValues.image(voice, value));
            voice.data(Voice.object("file", target, "bytes", value.length));
            return;
        }
        String text = new String(value, StandardCharsets.US_ASCII);
        if (file != null) OutputFile.write(file, (text + "\n").getBytes(StandardCharsets.US_ASCII));
        else voice.line(text);
        voice.data(Voice.object(wanted.name().toLowerCase(Locale.ROOT), text));
    }

    private void readAll(Voice voice, MyNumberCard open, boolean withNumber) {
        FaceRecord face = open.face().faceRecord();
        Optional<byte[]> numberImage =
                withNumber
                        ? Optional.of(open.face().numberImage().image())
                        : Optional.<byte[]>empty();
        var table = new Table();
        table.row(voice.words("read.born"), CardValues.date(face.birthDate()));
        table.row(voice.words("read.sex"), CardValues.sex(voice, face.sex()));
        table.row(
                voice.words("read.expiry"), face.expiry() + "  " + voice.words("read.not-signed"));
        Map<String, Object> data = data(face);
        List<Object> files = new ArrayList<>();
        Map<String, byte[]> images = new LinkedHashMap<>();
        images.put("name.png", face.nameImage());
        images.put("address.png", face.addressImage());
        images.put("photo.jp2", face.photo());
        images.put("security-code.png", face.securityCodeImage());
        numberImage.ifPresent(image -> images.put("number.png", image));
        images.forEach((name, image) -> {
            String where = name;
            if (out != null) {
                Path target = OutputFile.folder(out).resolve(name);
                OutputFile.write(target, image);
                where = target.toString();
            }
            table.row(
                    voice.words("read.image." + name),
                    CardValues.image(voice, image) + shown(where));
            files.add(Voice.object("image", name, "bytes", image.length));
        });
        table.print(voice, "");
        data.put("images", files);
        if (out != null) data.put("out", out);
        else voice.aside("read.face.hint");
        voice.data(data);
    }

    private String shown(String where) {
        return out == null ? "" : "  → " + where;
    }

    private static Map<String, Object> data(FaceRecord face) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("birthDate", CardValues.isoDate(face.birthDate()));
        CardSex sex = face.sex();
        data.put("sex", sex.name());
        data.put("expiry", face.expiry());
        return data;
    }
}
