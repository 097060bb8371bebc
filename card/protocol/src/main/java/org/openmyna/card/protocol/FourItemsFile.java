package org.openmyna.card.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.PersonName;

/**
 * Form input 0002, the four items 基本4情報 as text: {@code FF20} with an offset table, name, address,
 * birth date and sex. Characters outside the standard set (外字) stand replaced here; their glyphs
 * are in the face record only.
 *
 * @param forms how the file writes its lengths
 */
public record FourItemsFile(
        PersonName name, Address address, CardDate birthDate, CardSex sex, LengthForms forms) {
    private static final CardFile FILE = FormInputFile.FOUR_ITEMS;
    private static final int TAG = 0xFF20;
    private static final int OFFSETS_TAG = 0xDF21;
    private static final int NAME_TAG = 0xDF22;
    private static final int ADDRESS_TAG = 0xDF23;
    private static final int BIRTH_DATE_TAG = 0xDF24;
    private static final int SEX_TAG = 0xDF25;

    /**
     * @throws CardFileMalformed if the file would be longer than 65,535 bytes
     */
    public FourItemsFile {
        file(elements(name, address, birthDate, sex, forms), forms);
    }

    /** With lengths as short as possible. */
    public FourItemsFile(PersonName name, Address address, CardDate birthDate, CardSex sex) {
        this(name, address, birthDate, sex, LengthForms.SHORTEST);
    }

    /** The file of a registered person. */
    public static FourItemsFile of(FourItems items) {
        return new FourItemsFile(
                items.name(),
                items.address(),
                CardDate.of(items.birthDate()),
                CardSex.of(items.sex()));
    }

    /**
     * @param file what follows the outer element is filler
     * @throws CardFileMalformed if an element is missing, the table leads elsewhere, or a value is
     *     none
     */
    public static FourItemsFile decode(byte[] file) {
        String label = FILE.label();
        var items = TlvReader.tolerant(label, file).enter(TAG);
        var offsets = OffsetTable.read(items, label, OFFSETS_TAG, 4);
        offsets.check(items.at());
        String name = Utf8.decode(label, "the name", items.value(NAME_TAG));
        offsets.check(items.at());
        String address = Utf8.decode(label, "the address", items.value(ADDRESS_TAG));
        offsets.check(items.at());
        CardDate birthDate = CardDate.decode(label, items.value(BIRTH_DATE_TAG, 8));
        offsets.check(items.at());
        CardSex sex = CardSex.decode(label, items.value(SEX_TAG, 1));
        items.end();
        return new FourItemsFile(
                Ascii.kernelValue(label, "the name", () -> new PersonName(name)),
                Ascii.kernelValue(label, "the address", () -> new Address(address)),
                birthDate,
                sex,
                items.forms());
    }

    /** The elements without filler. */
    public byte[] encode() {
        return file(elements(name, address, birthDate, sex, forms), forms);
    }

    /** What the integrity record's second digest covers: name to sex, without the offset table. */
    public byte[] signedContent() {
        var out = new TlvWriter(FILE.label());
        elements(name, address, birthDate, sex, forms).forEach(out::octets);
        return out.bytes();
    }

    /** In the kernel's words, if the birth date is complete and lies in an era. */
    public Optional<FourItems> items() {
        return birthDate
                .exact()
                .map(day -> new FourItems(name, address, JapaneseDate.of(day), sex.sex()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FourItemsFile that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }

    /** Never shows the person. */
    @Override
    public String toString() {
        return "FourItemsFile[hidden]";
    }

    private static byte[] file(List<byte[]> elements, LengthForms forms) {
        return OffsetTable.file(FILE.label(), TAG, OFFSETS_TAG, elements, forms);
    }

    private static List<byte[]> elements(
            PersonName name, Address address, CardDate birthDate, CardSex sex, LengthForms forms) {
        return List.of(
                element(NAME_TAG, Utf8.encode(name.text()), forms.of(2)),
                element(ADDRESS_TAG, Utf8.encode(address.text()), forms.of(3)),
                element(BIRTH_DATE_TAG, birthDate.encode(), forms.of(4)),
                element(SEX_TAG, sex.encode(), forms.of(5)));
    }

    private static byte[] element(int tag, byte[] value, int lengthOctets) {
        return new TlvWriter(FILE.label()).element(tag, value, lengthOctets).bytes();
    }
}
