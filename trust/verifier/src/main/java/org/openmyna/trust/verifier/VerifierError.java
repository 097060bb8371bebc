package org.openmyna.trust.verifier;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/**
 * Every reason for which this room says no. The codes are stable: 0nn the login challenge, 08n the
 * set-up, 1nn the certificate and its status, 2nn the signature, 3nn kept evidence.
 */
public enum VerifierError implements ErrorCode {
    CHALLENGE_MALFORMED(
            "MYNA-VRF-001",
            Audience.DEVELOPER,
            "ログインの問いかけ（チャレンジ）の形式が正しくありません（{what}）。発行されたバイト列をそのまま渡してください。",
            "The login challenge is malformed ({what}). Pass on the bytes exactly as they were issued."),
    CHALLENGE_FOR_ANOTHER_PLATFORM(
            "MYNA-VRF-002",
            Audience.CITIZEN,
            "この応答は別のサービス（{origin}）へのログイン用です。開いているサイトを確かめ、初めからやり直してください。",
            "This answer was made for another service ({origin}). Check which site you are on and start again."),
    CHALLENGE_FOR_ANOTHER_REQUEST(
            "MYNA-VRF-003",
            Audience.CITIZEN,
            "この応答は別の手続きのために作られたものです（{field} が異なります）。初めからやり直してください。",
            "This answer was made for another request ({field} differs). Start again."),
    CHALLENGE_NOT_ISSUED_HERE(
            "MYNA-VRF-004",
            Audience.CITIZEN,
            "このログインの問いかけは発行されていないか、すでに期限が過ぎています。初めからやり直してください。",
            "This login challenge was not issued here or lapsed long ago. Start again."),
    CHALLENGE_ALREADY_USED(
            "MYNA-VRF-005",
            Audience.CITIZEN,
            "このログインの問いかけには、すでに一度応答がありました。初めからやり直してください。",
            "This login challenge was already answered once. Start again."),
    CHALLENGE_EXPIRED(
            "MYNA-VRF-006",
            Audience.CITIZEN,
            "ログインの時間切れです（{issuedAt} に発行）。初めからやり直してください。",
            "The login took too long (challenge of {issuedAt}). Start again."),
    CHALLENGE_FROM_THE_FUTURE(
            "MYNA-VRF-007",
            Audience.OPERATOR,
            "ログインの問いかけの発行時刻 {issuedAt} が未来です。サーバーの時計を合わせてください。",
            "The login challenge was issued in the future ({issuedAt}). Set the clocks of the servers right."),
    CHALLENGE_STORE_FULL(
            "MYNA-VRF-008",
            Audience.OPERATOR,
            "応答待ちのログインが上限の {capacity} 件に達しました。しばらく待つか、上限を上げてください。",
            "{capacity} logins are waiting for an answer, which is the limit. Wait, or raise the limit."),

    TEST_AUTHORITY_IN_PRODUCTION(
            "MYNA-VRF-080",
            Audience.OPERATOR,
            "本番モードでは試験用（O=JPKI-TEST）の認証局を信頼できません。設定から外してください。",
            "Production mode does not trust a test authority (O=JPKI-TEST). Take it out of the settings."),
    AUTHORITY_NOT_PINNED(
            "MYNA-VRF-081",
            Audience.OPERATOR,
            "この認証局証明書（SHA-256 {fingerprint}）は公的個人認証サービスのものとして登録されていません。J-LIS の公開する証明書を使ってください。",
            "This CA certificate (SHA-256 {fingerprint}) is not one of the known JPKI authorities. Use those that J-LIS publishes."),
    REAL_AUTHORITY_IN_TEST(
            "MYNA-VRF-083",
            Audience.OPERATOR,
            "試験モードでは試験用（O=JPKI-TEST）の認証局だけを使えます。本番の認証局には本番モードを使ってください。",
            "Test mode takes only test authorities (O=JPKI-TEST). Use production mode for the real ones."),
    SETTINGS_INCOMPLETE(
            "MYNA-VRF-084",
            Audience.DEVELOPER,
            "検証器の設定が足りません（{what}）。ビルダーで指定してください。",
            "The verifier's settings are incomplete ({what}). Give it to the builder."),
    REVOCATION_FILE_UNREADABLE(
            "MYNA-VRF-085",
            Audience.OPERATOR,
            "失効リストのファイル {file} を読めません（{what}）。取得し直してください。",
            "The revocation list file {file} cannot be read ({what}). Fetch it again."),

    REVOCATION_LIST_NOT_FETCHED(
            "MYNA-VRF-086",
            Audience.OPERATOR,
            "失効リストを {address} から取得できません（{what}）。接続と配布元を確かめてください。",
            "The revocation list cannot be fetched from {address} ({what}). Check the connection and the server."),
    STATUS_CACHE_UNUSABLE(
            "MYNA-VRF-087",
            Audience.OPERATOR,
            "失効リストの保存先 {folder} を使えません（{what}）。書き込めるフォルダーを指定してください。",
            "The folder for revocation lists, {folder}, cannot be used ({what}). Name a folder that can be written."),

    CERTIFICATE_MALFORMED(
            "MYNA-VRF-101",
            Audience.DEVELOPER,
            "証明書が正しい DER 形式ではありません（{what}）。カードから読んだバイト列をそのまま渡してください。",
            "The certificate is not proper DER ({what}). Pass on the bytes exactly as read from the card."),
    CERTIFICATE_IS_AN_AUTHORITY(
            "MYNA-VRF-102",
            Audience.DEVELOPER,
            "これは認証局の証明書で、利用者の証明書ではありません。カードの利用者証明書を渡してください。",
            "This is a CA certificate, not a card holder's. Pass the holder's certificate."),
    KEY_USAGE_WRONG(
            "MYNA-VRF-103",
            Audience.DEVELOPER,
            "証明書の鍵の用途がこの処理に合いません（{what}）。用途に合う証明書を使ってください。",
            "The certificate's key usage does not fit ({what}). Use the certificate made for this purpose."),
    CERTIFICATE_REVOKED(
            "MYNA-VRF-104",
            Audience.CITIZEN,
            "この証明書は {since} に失効しました。お住まいの市区町村で新しい証明書を申請してください。",
            "This certificate was revoked on {since}. Please apply for a new one at your municipal office."),
    CERTIFICATE_EXPIRED(
            "MYNA-VRF-105",
            Audience.CITIZEN,
            "この証明書の有効期限（{notAfter}）が過ぎています。お住まいの市区町村で更新してください。",
            "This certificate expired on {notAfter}. Please renew it at your municipal office."),
    CERTIFICATE_NOT_YET_VALID(
            "MYNA-VRF-106",
            Audience.CITIZEN,
            "この証明書は {notBefore} から有効です。端末とサーバーの時計を確かめてください。",
            "This certificate is valid only from {notBefore}. Check the clocks."),
    SIGNATURE_CERTIFICATE_FOR_LOGIN(
            "MYNA-VRF-107",
            Audience.DEVELOPER,
            "署名用電子証明書はログインに使えません。利用者証明用電子証明書を使ってください。",
            "A signature certificate cannot be used to log in. Use the user-authentication certificate."),
    LOGIN_CERTIFICATE_FOR_SIGNATURE(
            "MYNA-VRF-108",
            Audience.DEVELOPER,
            "利用者証明用電子証明書は文書の署名に使えません。署名用電子証明書を使ってください。",
            "A user-authentication certificate cannot sign documents. Use the signature certificate."),
    KEY_UNSUITABLE(
            "MYNA-VRF-109",
            Audience.DEVELOPER,
            "証明書の公開鍵が決まりに合いません（{what}）。この証明書は受け付けられません。",
            "The certificate's public key is not of the required kind ({what}). It cannot be accepted."),
    ISSUER_UNKNOWN(
            "MYNA-VRF-110",
            Audience.CITIZEN,
            "信頼する認証局が発行した証明書ではありません。マイナンバーカードの証明書を使ってください。",
            "No trusted authority issued this certificate. Use the certificate of a My Number Card."),
    ISSUER_NAME_DIFFERS(
            "MYNA-VRF-111",
            Audience.DEVELOPER,
            "証明書の発行者名が認証局の名前と 1 バイト単位で一致しません。この証明書は受け付けられません。",
            "The issuer name is not the authority's, byte for byte. The certificate cannot be accepted."),
    ISSUER_SIGNATURE_WRONG(
            "MYNA-VRF-112",
            Audience.CITIZEN,
            "証明書の認証局による署名が正しくありません。偽造または破損のおそれがあります。",
            "The authority's signature on the certificate is wrong: it is forged or damaged."),
    AUTHORITY_NOT_VALID_THEN(
            "MYNA-VRF-113",
            Audience.OPERATOR,
            "認証局の証明書が {at} の時点で有効ではありません。新しい世代の認証局証明書を設定してください。",
            "The authority's certificate was not valid at {at}. Configure the generation in use."),
    POLICY_MISSING(
            "MYNA-VRF-114",
            Audience.DEVELOPER,
            "証明書に証明書ポリシーがありません。公的個人認証サービスの証明書を使ってください。",
            "The certificate names no certificate policy. Use a JPKI certificate."),
    POLICY_WRONG(
            "MYNA-VRF-115",
            Audience.DEVELOPER,
            "証明書ポリシー {policies} はこの種類の証明書のものではありません。公的個人認証サービスの証明書を使ってください。",
            "The certificate policy {policies} is not that of this kind of certificate. Use a JPKI certificate."),
    CRITICAL_EXTENSION_UNKNOWN(
            "MYNA-VRF-116",
            Audience.DEVELOPER,
            "証明書に、処理できない重要拡張 {oid} があります。この証明書は受け付けられません。",
            "The certificate has a critical extension that is not understood ({oid}). It cannot be accepted."),
    ALGORITHM_UNSUITABLE(
            "MYNA-VRF-117",
            Audience.DEVELOPER,
            "署名アルゴリズム {algorithm} はこの認証局の世代では認められていません。",
            "The signature algorithm {algorithm} is not that of this generation of the authority."),
    CERTIFICATE_OF_TEST_HIERARCHY(
            "MYNA-VRF-118",
            Audience.CITIZEN,
            "試験用（JPKI-TEST）の証明書は本番では使えません。ご自身のマイナンバーカードを使ってください。",
            "A test certificate (JPKI-TEST) cannot be used in production. Use your own My Number Card."),
    DISTRIBUTION_POINT_MISSING(
            "MYNA-VRF-119",
            Audience.DEVELOPER,
            "証明書に失効リストの配布点がないため、失効を確かめられません。",
            "The certificate names no CRL distribution point, so its status cannot be checked."),
    REVOCATION_LIST_MISSING(
            "MYNA-VRF-120",
            Audience.OPERATOR,
            "この証明書の失効リストがありません（{distributionPoint}）。失効リストを取得してください。",
            "There is no revocation list for this certificate ({distributionPoint}). Fetch it."),
    REVOCATION_LIST_STALE(
            "MYNA-VRF-121",
            Audience.OPERATOR,
            "失効リストが古くなっています（{thisUpdate} 発行、次回 {nextUpdate}）。新しいものを取得してください。",
            "The revocation list is stale (of {thisUpdate}, next one due {nextUpdate}). Fetch a new one."),
    REVOCATION_LIST_FROM_THE_FUTURE(
            "MYNA-VRF-122",
            Audience.OPERATOR,
            "失効リストの発行時刻 {thisUpdate} が未来です。サーバーの時計を合わせてください。",
            "The revocation list was issued in the future ({thisUpdate}). Set the server's clock right."),
    REVOCATION_LIST_SIGNATURE_WRONG(
            "MYNA-VRF-123",
            Audience.OPERATOR,
            "失効リストの署名が、証明書を発行した認証局の鍵によるものではありません。取得し直してください。",
            "The revocation list is not signed by the key that issued the certificate. Fetch it again."),
    REVOCATION_LIST_OF_ANOTHER_PLACE(
            "MYNA-VRF-124",
            Audience.OPERATOR,
            "失効リストの対象がこの証明書の配布点と異なります（{what}）。正しい配布点のものを取得してください。",
            "The revocation list does not cover this certificate's distribution point ({what}). Fetch the right one."),
    REVOCATION_LIST_UNUSABLE(
            "MYNA-VRF-125",
            Audience.OPERATOR,
            "失効リストを利用できません（{what}）。完全な失効リストを取得してください。",
            "The revocation list cannot be used ({what}). Fetch a complete list."),
    FOUR_ITEMS_UNREADABLE(
            "MYNA-VRF-126",
            Audience.DEVELOPER,
            "署名用電子証明書の基本4情報を読み取れません（{what}）。この証明書は受け付けられません。",
            "The four items of the signature certificate cannot be read ({what}). It cannot be accepted."),
    VALIDATION_TIME_IN_THE_FUTURE(
            "MYNA-VRF-127",
            Audience.DEVELOPER,
            "検証時刻 {at} が未来です。過去または現在の時刻を指定してください。",
            "The validation time {at} lies in the future. Give a time that has passed."),
    RESPONDER_NOT_CONFIGURED(
            "MYNA-VRF-128",
            Audience.OPERATOR,
            "{authority} の OCSP 応答者のアドレスが設定されていません。設定してください。",
            "No OCSP responder is configured for {authority}. Configure its address."),
    RESPONDER_UNREACHABLE(
            "MYNA-VRF-129",
            Audience.OPERATOR,
            "OCSP 応答者 {address} から正しい応答が得られません（{what}）。しばらく待ってやり直し、続く場合は接続を確かめてください。",
            "The OCSP responder {address} gives no proper answer ({what}). Try again later; if it goes on, check the connection."),
    RESPONDER_REFUSED(
            "MYNA-VRF-130",
            Audience.OPERATOR,
            "OCSP 応答者 {address} が回答を断りました（{status}）。検証者としての登録とクライアント証明書を確かめてください。",
            "The OCSP responder {address} refuses to answer ({status}). Check your registration as a verifier and the client certificate."),
    OCSP_RESPONDER_NOT_ENTITLED(
            "MYNA-VRF-131",
            Audience.OPERATOR,
            "OCSP 応答に署名した者は、この認証局の応答者ではありません（{what}）。応答者のアドレスを確かめてください。",
            "Whoever signed the OCSP answer is not a responder of this authority ({what}). Check the responder's address."),
    OCSP_SIGNATURE_WRONG(
            "MYNA-VRF-132",
            Audience.OPERATOR,
            "OCSP 応答（{producedAt} 作成）の署名が正しくありません。通信経路と応答者を確かめてください。",
            "The signature of the OCSP answer of {producedAt} is wrong. Check the connection and the responder."),
    OCSP_ANSWER_TO_ANOTHER_QUESTION(
            "MYNA-VRF-133",
            Audience.OPERATOR,
            "OCSP 応答（{producedAt} 作成）はこの問い合わせへのものではありません（ナンスが異なります）。応答者がナンスを返さない場合は、使わない設定にしてください。",
            "The OCSP answer of {producedAt} was not made for this question (its nonce differs). If the responder repeats no nonces, switch them off."),
    OCSP_ANSWER_OF_ANOTHER_CERTIFICATE(
            "MYNA-VRF-134",
            Audience.OPERATOR,
            "OCSP 応答は、この証明書についてのものではありません。応答者を確かめてください。",
            "The OCSP answer is not about this certificate. Check the responder."),
    OCSP_ANSWER_STALE(
            "MYNA-VRF-135",
            Audience.OPERATOR,
            "OCSP 応答が古くなっています（{thisUpdate} 時点の情報）。応答者と時計を確かめてください。",
            "The OCSP answer is stale (information of {thisUpdate}). Check the responder and the clocks."),
    OCSP_ANSWER_FROM_THE_FUTURE(
            "MYNA-VRF-136",
            Audience.OPERATOR,
            "OCSP 応答の作成時刻 {producedAt} が未来です。サーバーの時計を合わせてください。",
            "The OCSP answer was made in the future ({producedAt}). Set the server's clock right."),
    OCSP_ANSWER_AFTER_EXPIRY(
            "MYNA-VRF-137",
            Audience.OPERATOR,
            "OCSP 応答（{thisUpdate} 時点の情報）は証明書の期限後のもので、期限前の失効を示しません。期限内の応答を使ってください。",
            "The OCSP answer (information of {thisUpdate}) was made after the certificate expired and need not know it. Use one made before."),
    STATUS_UNKNOWN(
            "MYNA-VRF-138",
            Audience.CITIZEN,
            "認証局はこの証明書（{serial}）を発行した記録を示していません。発行直後であればしばらく待ち、続く場合はお住まいの市区町村に相談してください。",
            "The authority does not know this certificate ({serial}). If it is new, wait a while; otherwise ask your municipal office."),

    SIGNATURE_WRONG(
            "MYNA-VRF-201",
            Audience.CITIZEN,
            "署名が内容または証明書と一致しません。内容が変更されたか、別のカードで署名されています。",
            "The signature does not fit the content and the certificate: one was changed, or another card signed."),
    SIGNATURE_WITHOUT_DIGEST_INFO(
            "MYNA-VRF-202",
            Audience.DEVELOPER,
            "署名はハッシュ値そのものに対するもので、DigestInfo がありません。ハッシュ値を DigestInfo に入れてからカードに渡してください。",
            "The signature covers the bare hash without a DigestInfo. Wrap the hash in a DigestInfo before the card signs it."),

    EVIDENCE_MALFORMED(
            "MYNA-VRF-301",
            Audience.DEVELOPER,
            "検証記録のファイルの形式が正しくありません（{what}）。保存したファイルをそのまま渡してください。",
            "The evidence file is malformed ({what}). Pass on the file exactly as it was kept."),
    EVIDENCE_OF_OTHER_CONTENT(
            "MYNA-VRF-302",
            Audience.CITIZEN,
            "検証記録は、示された内容についてのものではありません。署名された元のファイルを示してください。",
            "The evidence is not about the content shown. Show the file that was signed."),
    EVIDENCE_TIMES_IMPOSSIBLE(
            "MYNA-VRF-303",
            Audience.OPERATOR,
            "検証記録の時刻（{validAt} 時点の状態を {judgedAt} に判定）は、ありえません。記録の出所と時計を確かめてください。",
            "The times of the evidence are impossible (state of {validAt}, judged at {judgedAt}). Check where it comes from, and the clock."),
    EVIDENCE_TOO_LARGE(
            "MYNA-VRF-304",
            Audience.OPERATOR,
            "検証記録が上限の {limit} バイトを超えます。失効リストの代わりに OCSP を使ってください。",
            "The evidence would be longer than {limit} bytes. Use OCSP instead of revocation lists.");

    private final ErrorText text;

    VerifierError(String code, Audience audience, String japanese, String english) {
        text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}
