package org.openmyna.cli;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openmyna.card.issuer.Applicant;

/** The Japanese names of the municipalities whose romaji is built in. */
final class MunicipalityNames {
    private static final Map<String, String> KNOWN =
            Map.of(
                    "01101", "札幌市中央区",
                    "13101", "千代田区",
                    "13113", "渋谷区",
                    "13121", "足立区",
                    "14103", "横浜市西区",
                    "14104", "横浜市中区",
                    "28201", "姫路市",
                    "36201", "徳島市",
                    "47201", "那覇市");

    /** Prefecture, district, then the shortest name of a city, else of a ward, town or village. */
    private static final Pattern IN_ADDRESS =
            Pattern.compile("^.{2,3}[都道府県](?:.{1,4}郡)?(.{1,5}?市(?!市)|.{1,5}?[区町村])");

    private MunicipalityNames() {}

    /** By the code; else as the address begins. */
    static String of(Applicant holder) {
        String known = KNOWN.get(holder.office().code().fiveDigits());
        if (known != null) return known;
        Matcher found = IN_ADDRESS.matcher(holder.fourItems().address().text());
        return found.find() ? found.group(1) : holder.office().municipality();
    }
}
