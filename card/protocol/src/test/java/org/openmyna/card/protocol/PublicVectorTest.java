package org.openmyna.card.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.Month;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.kernel.Sex;
import org.openmyna.kernel.VerificationNumberB;

/** The fictional person of the official test card, to the byte. */
class PublicVectorTest {
    private static final String COVERED =
            "DF220FE9BB92E6A190E38080E5B9B9E4B99F"
                    + "DF2336E69DB1E4BAACE983BDE6B885E780ACE5B882E8A6B3E5B883E5AD90E58D97"
                    + "EFBC91EFBC92EFBC8DEFBC97EFBC8DEFBC92EFBC90EFBC92"
                    + "DF24083139383030323137"
                    + "DF250131";
    private static final byte[] ITEMS =
            HexFormat.of().parseHex("FF2065DF2108000E002000590064" + COVERED);
    private static final byte[] NUMBER =
            HexFormat.of().parseHex("FF100C353337363836363737313838FFFF");

    private static final FourItemsFile PERSON =
            new FourItemsFile(
                    new PersonName("黒桐　幹也"),
                    new Address("東京都清瀬市観布子南１２－７－２０２"),
                    new CardDate(1980, 2, 17),
                    CardSex.MALE);
    private static final MyNumberFile HIS_NUMBER = new MyNumberFile(new MyNumber("537686677188"));

    @Test
    void the_four_items_have_the_given_104_bytes() {
        assertThat(PERSON.encode()).hasSize(104).isEqualTo(ITEMS);
        assertThat(FourItemsFile.decode(ITEMS)).isEqualTo(PERSON);
        assertThat(FourItemsFile.decode(FormInputFile.FOUR_ITEMS.padded(ITEMS))).isEqualTo(PERSON);
    }

    @Test
    void the_kernel_and_the_card_mean_the_same_person() {
        var items =
                new FourItems(
                        new PersonName("黒桐　幹也"),
                        new Address("東京都清瀬市観布子南１２－７－２０２"),
                        JapaneseDate.of(LocalDate.of(1980, Month.FEBRUARY, 17)),
                        Sex.MALE);
        assertThat(FourItemsFile.of(items)).isEqualTo(PERSON);
        assertThat(PERSON.items()).contains(items);
    }

    @Test
    void the_number_has_the_given_17_bytes() {
        assertThat(HIS_NUMBER.encode()).isEqualTo(NUMBER);
        assertThat(MyNumberFile.decode(NUMBER)).isEqualTo(HIS_NUMBER);
    }

    @Test
    void the_integrity_record_is_made_of_the_bytes_on_the_card() throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256");
        byte[] numberDigest = sha256.digest(NUMBER);
        byte[] itemsDigest = sha256.digest(HexFormat.of().parseHex(COVERED));

        var record = IntegrityFile.signed(HIS_NUMBER, PERSON, Specimens.SIGNER);

        assertThat(record.numberDigest()).isEqualTo(numberDigest);
        assertThat(record.itemsDigest()).isEqualTo(itemsDigest);
        String digests =
                "df3120"
                        + HexFormat.of().formatHex(numberDigest)
                        + "df3220"
                        + HexFormat.of().formatHex(itemsDigest);
        assertThat(HexFormat.of().formatHex(record.signedContent()))
                .isEqualTo(digests)
                .hasSize(140);
        assertThat(HexFormat.of().formatHex(record.encode()))
                .hasSize(672)
                .isEqualTo(
                        "ff3082014b"
                                + digests
                                + "df33820100"
                                + HexFormat.of().formatHex(record.signature()));
        assertThat(record.isSignedBy(Specimens.ISSUER_KEY)).isTrue();
        assertThat(record.matchesNumber(NUMBER)).isTrue();
        assertThat(record.matchesItems(PERSON)).isTrue();
    }

    @Test
    void the_digest_of_the_number_is_that_of_17_bytes_and_no_others() {
        var record = IntegrityFile.signed(HIS_NUMBER, PERSON, Specimens.SIGNER);
        byte[] withoutFiller = HexFormat.of().parseHex("FF100C353337363836363737313838");
        assertThat(record.matchesNumber(withoutFiller)).isFalse();
        assertThat(record.matchesNumber(CardFaceFile.RESERVED.padded(new byte[0]))).isFalse();
    }

    @Test
    void verification_number_b_is_the_published_one() {
        var born = PERSON.items().orElseThrow().birthDate();
        assertThat(VerificationNumberB.of(born, 2035, new SecurityCode("2285")).digits())
                .isEqualTo("55021720352285");
        assertThat(born.sixDigits()).isEqualTo("550217");
    }
}
