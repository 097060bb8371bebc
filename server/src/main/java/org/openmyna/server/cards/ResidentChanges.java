package org.openmyna.server.cards;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.openmyna.card.issuer.keys.HolderNames;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.authority.api.EndOfHolders;
import org.openmyna.server.calls.Call;
import org.openmyna.server.cards.api.ResidentChanged;
import org.openmyna.server.cards.api.ResidentChanged.Ends;
import org.openmyna.server.web.KeyUsedOtherwise;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.RevocationReason;

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

    private record Telling(String key, HolderId holder, ResidentChanged change) {
        ChangeStore.Told told() {
            return new ChangeStore.Told(holder, change.ends());
        }
    }

    /**
     * @throws KeyUsedOtherwise if something else was told under one of the keys (MYNA-SRV-014)
     */
    void tell(Call call, List<ResidentChanged.Named> changes) {
        HolderNames names = room.names(call.deadline());
        List<Telling> fresh =
                fresh(
                        changes.stream()
                                .map(each ->
                                        new Telling(
                                                each.key(),
                                                names.of(each.change().code()),
                                                each.change()))
                                .toList());
        if (fresh.isEmpty()) return;
        Map<HolderId, Instant> shown = store.shown(fresh.stream().map(Telling::holder).toList());
        List<Telling> news =
                fresh.stream()
                        .filter(each ->
                                shown.getOrDefault(each.holder(), Instant.MIN)
                                        .isBefore(each.change().since()))
                        .toList();
        end(call, CaKind.SIGNATURE, news);
        end(
                call,
                CaKind.USER_AUTHENTICATION,
                news.stream().filter(each -> each.change().ends() == Ends.BOTH).toList());
        store.mark(
                fresh.stream()
                        .map(each ->
                                new ChangeStore.Mark(
                                        each.key(), each.told(), each.change().since()))
                        .toList(),
                legalTime.instant());
    }

    private List<Telling> fresh(List<Telling> tellings) {
        Map<String, ChangeStore.Told> told =
                store.told(tellings.stream().map(Telling::key).toList());
        return tellings.stream()
                .filter(each -> {
                    ChangeStore.Told before = told.get(each.key());
                    if (before != null && !before.equals(each.told()))
                        throw new KeyUsedOtherwise(each.key());
                    return before == null;
                })
                .toList();
    }

    /** One call for each reason. */
    private void end(Call call, CaKind ca, List<Telling> tellings) {
        Map<RevocationReason, SortedSet<String>> holders = new EnumMap<>(RevocationReason.class);
        for (Telling each : tellings)
            holders.computeIfAbsent(each.change().reason(), any -> new TreeSet<>())
                    .add(each.holder().value());
        holders.forEach((reason, names) -> {
            var under = new Call(keyAt(ca + ":" + reason, call), call.deadline());
            var unused =
                    certificates
                            .get()
                            .revokeAllOfHolders(
                                    under, ca, new EndOfHolders(List.copyOf(names), reason));
        });
    }

    /** A key names one call, and this one becomes several. */
    private static String keyAt(String what, Call call) {
        try {
            byte[] text = (what + ":" + call.key()).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return "cards-" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
