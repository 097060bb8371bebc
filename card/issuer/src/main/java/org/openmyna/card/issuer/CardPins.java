package org.openmyna.card.issuer;

import java.util.Optional;
import org.openmyna.kernel.Pin;

/**
 * The PINs that a holder sets at the counter. They stay the caller's, who wipes them. A PIN that is
 * absent is locked from the start.
 *
 * @param userAuthentication 利用者証明用電子証明書暗証番号
 * @param signature 署名用電子証明書暗証番号; without it the card gets no signature certificate
 * @param formInput 券面事項入力補助用暗証番号
 * @param residence 住民基本台帳用暗証番号, which is the 個人番号カード用暗証番号 of the common application, too
 */
public record CardPins(
        Optional<Pin> userAuthentication,
        Optional<Pin> signature,
        Optional<Pin> formInput,
        Optional<Pin> residence) {
    /** The same four digits three times, as most people choose, and a signature password. */
    public static CardPins same(Pin fourDigits, Pin signaturePassword) {
        return loginOnly(fourDigits).with(signaturePassword);
    }

    /** For whoever is under 15, or wants no signature certificate. */
    public static CardPins loginOnly(Pin fourDigits) {
        Optional<Pin> four = Optional.of(fourDigits);
        return new CardPins(four, Optional.empty(), four, four);
    }

    /** 顔認証マイナンバーカード: a card without any PIN, which only shows who somebody is. */
    public static CardPins none() {
        return new CardPins(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private CardPins with(Pin signaturePassword) {
        return new CardPins(
                userAuthentication, Optional.of(signaturePassword), formInput, residence);
    }
}
