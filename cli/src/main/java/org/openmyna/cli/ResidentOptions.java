package org.openmyna.cli;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

    Applicant applicant(InstantSource legalTime) {
        JapaneseDate birthDate = JapaneseDate.parse(born);
        var items = new FourItems(PersonName.parse(name), Address.parse(address), birthDate, sex);
        return new Applicant(
                items,
                new MyNumber(Specimens.MY_NUMBER),
                new ResidentRecordCode(Specimens.RESIDENT_RECORD_CODE),
                office(),
                FacePhoto.specimen(name.hashCode()),
                lastDay(birthDate, legalTime));
    }

    private IssuingOffice office() {
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
