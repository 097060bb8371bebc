package org.openmyna.trust.lint;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * What a certificate of a user is to say, in plain values that come from the application and not
 * from the builder.
 *
 * @param authority who signs it; its kind is the certificate's kind
 * @param medium where the key lies
 * @param serial its serial number 発行の番号
 * @param notBefore first second
 * @param notAfter last second: 23:59:59 Japan time of a day
 * @param latestEnd the latest end the law allows: of the card, and for a signature certificate of
 *     the holder's user authentication certificate
 * @param subjectPublicKeyInfo DER of the applicant's key, as in the request
 * @param office the municipality that applies
 * @param commonName what the subject's CN is to be
 * @param fourItems the four items 基本4情報; in signature certificates only, and there always
 * @param cpsAddress address of the practice statement
 * @param ocspAddress address in the authorityInfoAccess; in user authentication certificates only
 */
public record ExpectedCertificate(
        ExpectedAuthority authority,
        Medium medium,
        BigInteger serial,
        Instant notBefore,
        Instant notAfter,
        Instant latestEnd,
        byte[] subjectPublicKeyInfo,
        Office office,
        CommonName commonName,
        Optional<FourItems> fourItems,
        String cpsAddress,
        Optional<String> ocspAddress) {
    /** Where the key lies. */
    public enum Medium {
        /** 個人番号カード. */
        CARD,
        /** 移動端末設備. */
        PHONE
    }

    /**
     * @param prefecture in Latin letters with suffix, {@code Tokyo-to}
     * @param municipality in Latin letters with suffix, {@code Yokohama-shi-Naka-ku}
     */
    public record Office(String prefecture, String municipality) {}

    /**
     * @param head what stands before the counter: 19 digits (time of the request in Japan, number)
     *     in a signature certificate, 14 characters in the other; empty: any of the right shape
     * @param counter 受付窓口識別記号: municipality code without check digit and 4 characters
     */
    public record CommonName(String head, String counter) {}

    /**
     * The four items 基本4情報 as they are to be certified. Never printed.
     *
     * @param name 氏名, family and given name with one full-width space between them
     * @param nameSubstitutes 0 or 1 for each character of it
     * @param sex {@code 1}, {@code 2} or {@code 3}
     * @param birthDate EYYYYMMDD
     * @param address 住所
     * @param addressSubstitutes 0 or 1 for each character of it
     */
    public record FourItems(
            String name,
            String nameSubstitutes,
            String sex,
            String birthDate,
            String address,
            String addressSubstitutes) {
        @Override
        public String toString() {
            return "FourItems[hidden]";
        }
    }

    public ExpectedCertificate {
        subjectPublicKeyInfo = subjectPublicKeyInfo.clone();
    }

    @Override
    public byte[] subjectPublicKeyInfo() {
        return subjectPublicKeyInfo.clone();
    }

    byte[] ownKey() {
        return subjectPublicKeyInfo;
    }
}
