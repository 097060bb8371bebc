package org.openmyna.card.issuer.face;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.kernel.Sex;

/** Draws everything and prints one digest of it: run in a process of its own. */
final class FaceWithoutFontSystem {
    private FaceWithoutFontSystem() {}

    public static void main(String[] args) throws Exception {
        System.out.println("digest " + digest());
    }

    static String digest() throws Exception {
        var data =
                new CardFacePrint.Data(
                        new PersonName("架空　花子"),
                        new Address("石川県金沢市広坂九丁目９９９９番地"),
                        JapaneseDate.of(LocalDate.of(1992, 11, 30)),
                        BirthDateStyle.ERA,
                        Sex.FEMALE,
                        LocalDate.of(2033, 11, 30),
                        new CertificateExpiryField.Blank(),
                        new SecurityCode("5671"),
                        new PrintedSerial("0123456789012345"),
                        List.of(),
                        "金沢市",
                        new MyNumber("952506889341"),
                        FacePhoto.specimen(2));
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(data.photo().jp2());
        digest.update(FaceText.name(data.name()).png());
        digest.update(FaceText.address(data.address()).png());
        digest.update(FaceText.myNumber(data.myNumber()).png());
        digest.update(FaceText.securityCode(data.securityCode()).png());
        digest.update(CardFacePrint.of(data).frontSvg().getBytes(StandardCharsets.UTF_8));
        digest.update(CardFacePrint.of(data).backSvg().getBytes(StandardCharsets.UTF_8));
        digest.update(CardFacePrint.of(data).pdf());
        return HexFormat.of().formatHex(digest.digest());
    }
}
