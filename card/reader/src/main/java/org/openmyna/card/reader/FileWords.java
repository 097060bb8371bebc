package org.openmyna.card.reader;

import org.openmyna.card.protocol.CardFaceFile;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CommonFile;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.card.protocol.JukiFile;
import org.openmyna.card.protocol.PinReference;

/** What people call the files. */
final class FileWords {
    private static final Words A = new Words("照合番号A", "verification number A");
    private static final Words B = new Words("照合番号B", "verification number B");
    private static final Words BASIC = new Words("AP基本情報", "basic information");
    private static final Words ISSUER = new Words("発行者の公開鍵証明書", "issuer certificate");
    private static final Words OWN_KEY = new Words("内部認証鍵", "internal authentication key");
    private static final Words RESERVED = new Words("予備", "reserved file");
    private static final Words KEY_REFERENCE = new Words("鍵参照", "key reference");

    private FileWords() {}

    static Words of(CardFile file) {
        return switch (file) {
            case JpkiFile jpki -> of(jpki);
            case FormInputFile text -> of(text);
            case CardFaceFile face -> of(face);
            case JukiFile juki ->
                    switch (juki) {
                        case RESIDENT_RECORD_CODE -> new Words("住民票コード", "resident record code");
                        case KEY_REFERENCE -> KEY_REFERENCE;
                        case PIN -> new Words("住民基本台帳用暗証番号", "resident register PIN");
                    };
            case CommonFile common ->
                    switch (common) {
                        case CARD_SERIAL -> new Words("カードの製造番号と有効期限", "card serial and expiry");
                        case KEY_REFERENCE -> KEY_REFERENCE;
                        case AUTHENTICATION_KEY -> OWN_KEY;
                        case PIN -> new Words("個人番号カード用暗証番号", "card PIN");
                    };
        };
    }

    /** A reference by its name and its application. */
    static Words of(PinReference reference) {
        Words file = of(reference.file());
        Words application = ApplicationWords.of(reference.application());
        return new Words(
                file.japanese() + "（" + application.japanese() + "）",
                file.english() + " of " + application.english());
    }

    private static Words of(JpkiFile file) {
        return switch (file) {
            case SIGNATURE_CERTIFICATE -> new Words("署名用電子証明書", "signature certificate");
            case SIGNATURE_CA_CERTIFICATE -> new Words("署名用認証局証明書", "signature CA certificate");
            case TOKEN_INFO -> new Words("トークン情報", "token information");
            case CERTIFICATE_STATE -> new Words("証明書の状態", "certificate state");
            case USER_AUTHENTICATION_CERTIFICATE ->
                    new Words("利用者証明用電子証明書", "user authentication certificate");
            case USER_AUTHENTICATION_CA_CERTIFICATE ->
                    new Words("利用者証明用認証局証明書", "user authentication CA certificate");
            case USER_AUTHENTICATION_KEY -> new Words("利用者証明用秘密鍵", "user authentication key");
            case USER_AUTHENTICATION_PIN -> new Words("利用者証明用暗証番号", "user authentication PIN");
            case SIGNATURE_KEY -> new Words("署名用秘密鍵", "signature key");
            case SIGNATURE_PASSWORD -> new Words("署名用パスワード", "signature password");
        };
    }

    private static Words of(FormInputFile file) {
        return switch (file) {
            case MY_NUMBER -> new Words("個人番号", "my number");
            case FOUR_ITEMS -> new Words("基本4情報", "four items");
            case INTEGRITY -> new Words("真正性データ", "integrity record");
            case ISSUER_CERTIFICATE -> ISSUER;
            case BASIC_INFORMATION -> BASIC;
            case SESSION_PUBLIC_KEY -> new Words("セッション鍵用公開鍵", "session public key");
            case AUTHENTICATION_PUBLIC_KEY -> new Words("内部認証公開鍵", "authentication public key");
            case RESERVED -> RESERVED;
            case SESSION_KEY -> new Words("セッション鍵用秘密鍵", "session key");
            case PIN -> new Words("券面事項入力補助用暗証番号", "form input PIN");
            case BLOCKED_REFERENCE -> new Words("閉塞済みの照合対象", "blocked reference");
            case AUTHENTICATION_KEY -> OWN_KEY;
            case VERIFICATION_NUMBER_A -> A;
            case VERIFICATION_NUMBER_B -> B;
        };
    }

    private static Words of(CardFaceFile file) {
        return switch (file) {
            case AGE_RECORD -> new Words("生年月日", "age record");
            case FACE_RECORD -> new Words("券面情報", "face record");
            case BASIC_INFORMATION -> BASIC;
            case ISSUER_CERTIFICATE -> ISSUER;
            case NUMBER_IMAGE -> new Words("個人番号の画像", "number image");
            case RESERVED -> RESERVED;
            case BIRTH_DATE_PIN -> new Words("生年月日の照合", "birth date PIN");
            case VERIFICATION_NUMBER_B -> B;
            case VERIFICATION_NUMBER_A -> A;
            case AUTHENTICATION_KEY -> OWN_KEY;
        };
    }
}
