package org.openmyna.trust.profile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openmyna.kernel.MunicipalityCode;

/**
 * The counter of a municipality (in designated cities: of a ward) through which a certificate was
 * asked for. It gives the certificate its distribution point and a part of its name.
 *
 * @param prefecture romaji with suffix, {@code Hyogo-ken}
 * @param municipality romaji with suffix, {@code Himeji-shi}
 * @param counter the last four of the nine characters of the counter's id (受付窓口識別記号): 0-9, A-Z
 */
public record IssuingOffice(
        MunicipalityCode code, String prefecture, String municipality, String counter) {
    private static final Pattern COUNTER = Pattern.compile("[0-9A-Z]{4}");

    /** Seen in all certificates that were looked at. */
    private static final String USUAL_COUNTER = "003A";

    private static final List<IssuingOffice> KNOWN =
            List.of(
                    office("01101", "Hokkaido", "Sapporo-shi-Chuo-ku"),
                    office("13101", "Tokyo-to", "Chiyoda-ku"),
                    office("13113", "Tokyo-to", "Shibuya-ku"),
                    office("13121", "Tokyo-to", "Adachi-ku"),
                    office("14103", "Kanagawa-ken", "Yokohama-shi-Nishi-ku"),
                    office("14104", "Kanagawa-ken", "Yokohama-shi-Naka-ku"),
                    office("28201", "Hyogo-ken", "Himeji-shi"),
                    office("36201", "Tokushima-ken", "Tokushima-shi"),
                    office("47201", "Okinawa-ken", "Naha-shi"));

    /**
     * @throws SubjectNameMalformed if a name is not romaji or the counter not 4 characters
     *     (MYNA-PRF-013)
     */
    public IssuingOffice {
        DistributionPoint.romaji("prefecture", prefecture);
        DistributionPoint.romaji("municipality", municipality);
        if (!COUNTER.matcher(counter).matches()) {
            throw new SubjectNameMalformed("counter", counter);
        }
    }

    /** One of the handful of municipalities whose romaji this library knows. */
    public static Optional<IssuingOffice> known(MunicipalityCode code) {
        return KNOWN.stream().filter(office -> office.code().equals(code)).findFirst();
    }

    private static IssuingOffice office(String five, String prefecture, String municipality) {
        return new IssuingOffice(
                MunicipalityCode.withCheckDigit(five), prefecture, municipality, USUAL_COUNTER);
    }

    /** Municipality code without check digit, then {@link #counter()}: nine characters. */
    public String counterId() {
        return code.fiveDigits() + counter;
    }

    public DistributionPoint distributionPoint(CaKind kind, Hierarchy hierarchy) {
        return new DistributionPoint(kind, hierarchy, prefecture, municipality);
    }
}
