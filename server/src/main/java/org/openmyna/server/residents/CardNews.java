package org.openmyna.server.residents;

import java.time.Instant;
import java.util.List;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.trust.profile.RevocationReason;

/**
 * How card management hears of what ends certificates. Whoever puts the organisations together
 * connects it with the desk of cards: the register itself knows nobody who knows it.
 */
@FunctionalInterface
public interface CardNews {
    /** Each is told at least once. */
    void tell(Call call, List<News> news);

    /**
     * Something that ends certificates.
     *
     * @param key the same each time that this is told, whatever is told with it
     * @param code with which the person's cards were made
     * @param both both certificates and the card; else the signature certificate alone
     * @param reason 失効事由
     * @param since legal time from which on the register shows it: it does not concern cards made
     *     from what was read then or later
     */
    record News(
            String key,
            ResidentRecordCode code,
            boolean both,
            RevocationReason reason,
            Instant since) {}
}
