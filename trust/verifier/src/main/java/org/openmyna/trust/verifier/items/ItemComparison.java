package org.openmyna.trust.verifier.items;

import java.time.LocalDate;
import org.openmyna.kernel.GlyphVariants;
import org.openmyna.kernel.Sex;
import org.openmyna.trust.profile.CertifiedFourItems;

/**
 * Compares the four items of a certificate with those on file. Every method answers {@code Open}
 * rather than guess: a substitute character (代替文字, marked in the certificate) may stand for any
 * character, an unknown date for any day.
 */
public final class ItemComparison {
    private final CertifiedFourItems certified;

    public ItemComparison(CertifiedFourItems certified) {
        this.certified = certified;
    }

    /**
     * @param onFile family and given name, with or without blanks, in any width and glyphs
     */
    public ItemMatch name(String onFile) {
        return TextMatch.of(certified.name(), certified.nameFlags(), onFile, GlyphVariants::folded);
    }

    /**
     * @param onFile from the prefecture on, written with 丁目・番地・号 or hyphens, kanji digits or others
     */
    public ItemMatch address(String onFile) {
        return TextMatch.of(
                certified.address(), certified.addressFlags(), onFile, AddressForm::folded);
    }

    /**
     * A birth date that the register knows in part, or not at all, is open: never good for an age.
     */
    public ItemMatch birthDate(LocalDate onFile) {
        String date = certified.birthDate();
        int open = 0;
        if (date.charAt(0) == '0' || date.startsWith("0000", 1)) open++;
        else if (!date.startsWith("%04d".formatted(onFile.getYear()), 1))
            return new ItemMatch.Different();
        if (date.startsWith("00", 5)) open++;
        else if (!date.startsWith("%02d".formatted(onFile.getMonthValue()), 5))
            return new ItemMatch.Different();
        if (date.startsWith("00", 7)) open++;
        else if (!date.startsWith("%02d".formatted(onFile.getDayOfMonth()), 7))
            return new ItemMatch.Different();
        return open == 0 ? new ItemMatch.Same() : new ItemMatch.Open(open);
    }

    /** 不明 of the certificate is open. */
    public ItemMatch sex(Sex onFile) {
        Sex sex = Sex.ofCode(certified.sex());
        if (sex == Sex.UNKNOWN) return new ItemMatch.Open(1);
        return sex == onFile ? new ItemMatch.Same() : new ItemMatch.Different();
    }
}
