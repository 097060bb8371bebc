package org.openmyna.server.cards;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.openmyna.server.authority.api.Because;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.calls.Call;
import org.openmyna.server.cards.api.ResidentChanged;
import org.openmyna.server.cards.api.ResidentChanged.Ends;
import org.openmyna.server.web.KeyUsedOtherwise;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.profile.CaKind;

/**
 * Events of the register: certificates end at the authority, then the card is marked. A kill in
 * between is healed by the repetition, which ends nothing twice.
 */
final class ResidentChanges {
    private final ChangeStore store;
    private final IssuerRoom room;
    private final Supplier<CertificateService> certificates;
    private final InstantSource legalTime;

    ResidentChanges(
            ChangeStore store,
            IssuerRoom room,
            Supplier<CertificateService> certificates,
            InstantSource legalTime) {
        this.store = store;
        this.room = room;
        this.certificates = certificates;
        this.legalTime = legalTime;
    }

    /**
     * @throws KeyUsedOtherwise if something else was told under this key (MYNA-SRV-014)
     */
    void tell(Call call, ResidentChanged change) {
        HolderId holder = room.names(call.deadline()).of(change.code());
        var telling = new ChangeStore.Told(holder, change.ends());
        Optional<ChangeStore.Told> told = store.told(call.key());
        if (told.isPresent()) {
            if (!told.get().equals(telling)) throw new KeyUsedOtherwise(call.key());
            return;
        }
        if (!store.isShown(holder, change.since())) {
            end(call, CaKind.SIGNATURE, holder, change);
            if (change.ends() == Ends.BOTH) {
                end(call, CaKind.USER_AUTHENTICATION, holder, change);
            }
        }
        store.mark(call.key(), holder, change.ends(), change.since(), legalTime.instant());
    }

    private void end(Call call, CaKind ca, HolderId holder, ResidentChanged change) {
        var under = new Call(keyAt(ca, call), call.deadline());
        var unused =
                certificates
                        .get()
                        .revokeAllOfHolder(under, ca, holder.value(), new Because(change.reason()));
    }

    /** A key names one call, and this one becomes two. */
    private static String keyAt(CaKind ca, Call call) {
        try {
            byte[] text = (ca + ":" + call.key()).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return "cards-" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
