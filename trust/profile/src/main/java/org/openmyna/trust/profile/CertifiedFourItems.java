package org.openmyna.trust.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.SubstitutedText;

/**
 * The four items (基本4情報) as a signature certificate carries them: six texts in its subjectAltName
 * (reference 2.4). Nothing is interpreted here; a substitute character (代替文字) is marked by a 1 in
 * the flags.
 *
 * @param name family and given name, one U+3000 between them
 * @param nameFlags one digit for each character of {@code name}: 0 as is, 1 a substitute
 * @param sex {@code 1} male, {@code 2} female, {@code 3} unknown
 * @param birthDate {@code EYYYYMMDD}: era digit, then the Gregorian date; unknown parts are zero
 * @param address from the prefecture on, at most 200 characters
 * @param addressFlags as {@code nameFlags}, for {@code address}
 */
public record CertifiedFourItems(
        String name,
        String nameFlags,
        String sex,
        String birthDate,
        String address,
        String addressFlags) {
    private static final int MAX_ADDRESS = 200;
    private static final int MAX_NAME = 200;

    /** The order inside subjectAltName, which is not the order of the identifiers. */
    static final List<String> ORDER =
            List.of(
                    Oid.NAME,
                    Oid.BIRTH_DATE,
                    Oid.SEX,
                    Oid.ADDRESS,
                    Oid.NAME_SUBSTITUTES,
                    Oid.ADDRESS_SUBSTITUTES);

    public CertifiedFourItems {
        check(!name.isEmpty() && characters(name) <= MAX_NAME, "name");
        check(!address.isEmpty() && characters(address) <= MAX_ADDRESS, "address");
        check(flagsFit(name, nameFlags), "name's substitute flags");
        check(flagsFit(address, addressFlags), "address's substitute flags");
        check(sex.matches("[123]"), "sex");
        check(birthDate.matches("[0-5][0-9]{8}"), "birth date");
    }

    /** The four items of the register, with substitutes where a certificate lacks a character. */
    public static CertifiedFourItems of(FourItems items) {
        SubstitutedText name = items.name().forCertificate();
        SubstitutedText address = items.address().forCertificate();
        return new CertifiedFourItems(
                name.text(),
                name.flags(),
                items.sex().code(),
                items.birthDate().certificateForm(),
                address.text(),
                address.flags());
    }

    private static void check(boolean holds, String item) {
        if (!holds) {
            throw new FourItemsNotCertifiable(item);
        }
    }

    private static boolean flagsFit(String text, String flags) {
        return flags.length() == characters(text) && flags.matches("[01]*");
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    Map<String, String> byOid() {
        return Map.of(
                Oid.NAME, name,
                Oid.NAME_SUBSTITUTES, nameFlags,
                Oid.SEX, sex,
                Oid.BIRTH_DATE, birthDate,
                Oid.ADDRESS, address,
                Oid.ADDRESS_SUBSTITUTES, addressFlags);
    }

    /** GeneralNames; other names than the six are stepped over, for the profile may grow. */
    static Optional<CertifiedFourItems> read(DerReader in) {
        String what = "subjectAltName";
        DerReader names = in.sequence(what);
        Map<String, String> texts = new LinkedHashMap<>();
        while (!names.atEnd()) {
            if (names.peek() != 0xA0) {
                names.element(what);
                continue;
            }
            DerReader other = names.enter(0xA0, what);
            String oid = other.oid(what);
            DerReader value = other.enter(0xA0, what);
            other.mustEnd(what);
            if (ORDER.contains(oid)) {
                if (texts.put(oid, value.utf8(what)) != null) {
                    throw new DerFault(what + ": the same item twice");
                }
                value.mustEnd(what);
            }
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(of(texts));
    }

    private static CertifiedFourItems of(Map<String, String> texts) {
        try {
            return new CertifiedFourItems(
                    texts.getOrDefault(Oid.NAME, ""),
                    texts.getOrDefault(Oid.NAME_SUBSTITUTES, ""),
                    texts.getOrDefault(Oid.SEX, ""),
                    texts.getOrDefault(Oid.BIRTH_DATE, ""),
                    texts.getOrDefault(Oid.ADDRESS, ""),
                    texts.getOrDefault(Oid.ADDRESS_SUBSTITUTES, ""));
        } catch (FourItemsNotCertifiable broken) {
            throw new DerFault("subjectAltName: " + broken.details().get("item"));
        }
    }

    /** Personal data does not belong in a log. */
    @Override
    public String toString() {
        return "CertifiedFourItems[hidden]";
    }
}
