package org.openmyna.trust.authority.keys;

import java.time.Instant;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;

/**
 * One key under a CA's name (鍵世代).
 *
 * @param id {@code 1000 × ca + number}, where 署名用 is 1 and 利用者証明用 is 2: 1001, 2003
 * @param number from 1 on, in each CA
 * @param keyName in the {@link KeyVault}
 * @param issuesFrom the newest generation that has begun is the one that issues
 */
public record Generation(
        short id,
        CaKind ca,
        int number,
        KeyAlgorithm algorithm,
        SerialMode serials,
        String keyName,
        CaCertificate certificate,
        Instant issuesFrom) {
    private static final int STEP = 1_000;

    /** The id of a CA's generation of this number. */
    public static short idOf(CaKind ca, int number) {
        return (short) (code(ca) * STEP + number);
    }

    /** How the database calls a CA: 1 署名用, 2 利用者証明用. */
    public static short code(CaKind ca) {
        return (short)
                switch (ca) {
                    case SIGNATURE -> 1;
                    case USER_AUTHENTICATION -> 2;
                };
    }

    /** The CA of a generation id. */
    public static CaKind caOf(short id) {
        return id / STEP == 1 ? CaKind.SIGNATURE : CaKind.USER_AUTHENTICATION;
    }
}
