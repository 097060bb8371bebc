package org.openmyna.server.sandbox.population;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.trust.profile.IssuingOffice;

/** The municipalities of the test country. */
public final class Municipalities {
    private static final String COUNTER = "003A";

    private final List<Municipality> all = Table.read("municipalities.csv", Municipality::of);
    private final Map<MunicipalityCode, Municipality> byCode =
            all.stream()
                    .collect(Collectors.toUnmodifiableMap(Municipality::code, Function.identity()));
    private final Weighted<Municipality> bySize = new Weighted<>(all, Municipality::thousands);

    public List<Municipality> all() {
        return all;
    }

    public Optional<Municipality> of(MunicipalityCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** What certificates need to know of a municipality. */
    public Optional<IssuingOffice> office(MunicipalityCode code) {
        return IssuingOffice.known(code)
                .or(() ->
                        of(code).map(where ->
                                new IssuingOffice(
                                        code, where.prefectureRomaji(), where.romaji(), COUNTER)));
    }

    Municipality draw(RandomGenerator chance) {
        return bySize.draw(chance);
    }

    /** By its five digits. */
    Municipality the(String five) {
        return of(MunicipalityCode.withCheckDigit(five)).orElseThrow();
    }
}
