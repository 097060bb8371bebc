package org.openmyna.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.issuer.Applicant;
import org.openmyna.card.issuer.CardValidity;
import org.openmyna.card.issuer.face.FacePhoto;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.kernel.Sex;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.ValidityRule;
import picocli.CommandLine.Option;

/** Who the card is for. Left out, it is the specimen 試験 一郎 of Himeji. */
final class ResidentOptions {
    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "option.name")
    private String name = Specimens.NAME;

    @Option(names = "--address", paramLabel = "ADDRESS", descriptionKey = "option.address")
    private String address = Specimens.ADDRESS;

    @Option(names = "--born", paramLabel = "DATE", descriptionKey = "option.born")
    private String born = Specimens.BORN;

    @Option(names = "--sex", paramLabel = "male|female|unknown", descriptionKey = "option.sex")
    private Sex sex = Sex.MALE;

    @Option(names = "--municipality", paramLabel = "CODE", descriptionKey = "option.municipality")
    private String municipality = Specimens.MUNICIPALITY;

    @Option(
            names = "--prefecture-romaji",
            paramLabel = "Hyogo-ken",
            descriptionKey = "option.romaji")
    private @Nullable String prefectureRomaji;

    @Option(
            names = "--municipality-romaji",
            paramLabel = "Himeji-shi",
            descriptionKey = "option.romaji")
    private @Nullable String municipalityRomaji;

    @Option(names = "--card-expiry", paramLabel = "DATE", descriptionKey = "option.card-expiry")
    private @Nullable String cardExpiry;

    @Option(
            names = "--my-number-file",
            paramLabel = "FILE",
            descriptionKey = "option.my-number-file")
    private @Nullable String myNumberFile;

    @Option(names = "--my-number", paramLabel = "DIGITS", descriptionKey = "option.my-number")
    private @Nullable String myNumber;

    @Option(names = "--record-code", paramLabel = "DIGITS", descriptionKey = "option.record-code")
    private @Nullable String recordCode;

    @Option(names = "--photo", paramLabel = "FILE", descriptionKey = "option.photo")
    private @Nullable Path photo;

    /** The specimen person, as the demo has it. */
    static Applicant specimen(InstantSource legalTime) {
        return new ResidentOptions().applicant(legalTime, new MyNumber(Specimens.MY_NUMBER));
    }

    Applicant applicant(InstantSource legalTime, PinSource pins) {
        return applicant(legalTime, number(pins));
    }

    private MyNumber number(PinSource pins) {
        if (myNumber == null && myNumberFile == null) return new MyNumber(Specimens.MY_NUMBER);
        return MyNumber.parse(pins.number("", myNumber, myNumberFile, "--my-number-file"));
    }

    private Applicant applicant(InstantSource legalTime, MyNumber number) {
        JapaneseDate birthDate = JapaneseDate.parse(born);
        PersonName person = PersonName.parse(name);
        var items = new FourItems(person, Address.parse(address), birthDate, sex);
        return new Applicant(
                items,
                number,
                recordCode(person, birthDate),
                office(),
                photo == null ? FacePhoto.specimen(name.hashCode()) : photo(photo),
                lastDay(birthDate, legalTime));
    }

    /**
     * The authorities know a person by this code: who has another name or birth date than the
     * specimen is somebody else, and always the same.
     */
    private ResidentRecordCode recordCode(PersonName person, JapaneseDate birthDate) {
        if (recordCode != null) return ResidentRecordCode.parse(recordCode);
        if (person.equals(PersonName.parse(Specimens.NAME))
                && birthDate.equals(JapaneseDate.parse(Specimens.BORN))) {
            return new ResidentRecordCode(Specimens.RESIDENT_RECORD_CODE);
        }
        int sham = (person.text() + "|" + birthDate).hashCode();
        return ResidentRecordCode.withCheckDigit(
                String.format(Locale.ROOT, "%010d", Integer.toUnsignedLong(sham)));
    }

    /** From a PNG or JPEG file, or the JPEG 2000 file of another card. */
    static FacePhoto photo(Path file) {
        byte[] bytes = OutputFile.read(file);
        boolean jp2 = bytes.length > 6 && bytes[4] == 'j' && bytes[5] == 'P';
        return jp2 ? FacePhoto.ofJp2(bytes) : FacePhoto.ofPicture(bytes);
    }

    private IssuingOffice office() {
        return office(municipality, prefectureRomaji, municipalityRomaji);
    }

    static IssuingOffice office(
            String municipality,
            @Nullable String prefectureRomaji,
            @Nullable String municipalityRomaji) {
        MunicipalityCode code = MunicipalityCode.parse(municipality);
        if (prefectureRomaji != null && municipalityRomaji != null) {
            return new IssuingOffice(code, prefectureRomaji, municipalityRomaji, "003A");
        }
        return IssuingOffice.known(code)
                .orElseThrow(() ->
                        unusable(
                                "--municipality",
                                municipality,
                                "--prefecture-romaji, --municipality-romaji"));
    }

    private LocalDate lastDay(JapaneseDate birthDate, InstantSource legalTime) {
        if (cardExpiry != null) {
            try {
                return LocalDate.parse(cardExpiry);
            } catch (DateTimeParseException notIso) {
                throw unusable("--card-expiry", cardExpiry, "2036-03-07");
            }
        }
        LocalDate today = LocalDate.ofInstant(legalTime.instant(), ValidityRule.JAPAN);
        return birthDate
                .exact()
                .map(day -> CardValidity.lastDay(day, today))
                .orElseThrow(() -> unusable("--born", born, "--card-expiry 2036-03-07"));
    }

    private static CommandFailed unusable(String option, String value, String expected) {
        return new CommandFailed(
                CommandError.VALUE_UNUSABLE,
                Map.of("option", option, "value", value, "expected", expected));
    }
}
