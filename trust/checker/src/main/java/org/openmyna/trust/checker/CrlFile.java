package org.openmyna.trust.checker;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.checker.History.State;

/** A revocation list beside the log. */
final class CrlFile {
    private static final String SCOPE = "2.5.29.28";
    private static final String POINT_SUFFIX = " CRLDP";

    private final StatusLogFile log;
    private final List<Ca> cas;

    CrlFile(StatusLogFile log, List<Ca> cas) {
        this.log = log;
        this.cas = cas;
    }

    /**
     * @return what was proved, for people
     * @throws Doubt if signature or content are not those of the log
     */
    String check(byte[] der) throws Doubt {
        X509CRL list = parse(der);
        Ca ca = signedBy(list);
        String scope = scope(list);
        Instant thisUpdate = list.getThisUpdate().toInstant();
        long position = log.positionAt(thisUpdate);
        Map<BigInteger, State> listed = listed(list);
        Map<BigInteger, History> known = log.certificatesOf(ca.generation());
        for (Map.Entry<BigInteger, History> one : known.entrySet()) {
            History history = one.getValue();
            if (scope.isEmpty() || scope.equals(history.point())) {
                State told = listed.remove(one.getKey());
                compare(one.getKey(), told, history, thisUpdate, position);
            }
        }
        if (!listed.isEmpty()) {
            throw new Doubt(
                    "lists %s, which the log does not know here / ログにない、または別の市区町村の番号 %1$s",
                    History.hex(listed.keySet().iterator().next()));
        }
        int count =
                list.getRevokedCertificates() == null ? 0 : list.getRevokedCertificates().size();
        return "exactly the revoked of the log at position %2$d: %1$d / ログの位置 %2$d の失効と一致: %1$d 件"
                .formatted(count, position);
    }

    private static X509CRL parse(byte[] der) throws Doubt {
        try {
            return (X509CRL)
                    CertificateFactory.getInstance("X.509")
                            .generateCRL(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new Doubt("not a revocation list / 失効リストではない");
        }
    }

    private Ca signedBy(X509CRL list) throws Doubt {
        for (Ca ca : cas) {
            try {
                list.verify(ca.certificate().getPublicKey());
                if (list.getIssuerX500Principal()
                        .equals(ca.certificate().getSubjectX500Principal())) {
                    return ca;
                }
            } catch (GeneralSecurityException e) {
                continue; // another generation may have signed it
            }
        }
        throw new Doubt("not signed by one of these CAs / 認証局の署名ではない");
    }

    /** {@code prefecture/municipality} of the issuingDistributionPoint; empty for a full list. */
    private static String scope(X509CRL list) throws Doubt {
        byte[] value = list.getExtensionValue(SCOPE);
        if (value == null) {
            return "";
        }
        List<Tlv> parts = Tlv.of(Tlv.of(value).content()).children();
        if (parts.isEmpty() || parts.get(0).tag() != 0xA0) {
            return "";
        }
        List<Tlv> names = parts.get(0).child(0).child(0).child(0).children();
        if (names.size() < 2) {
            throw new Doubt("a short name of the distribution point / 配布点の名前が短い");
        }
        String municipality = names.get(names.size() - 1).child(0).child(1).text();
        String prefecture = names.get(names.size() - 2).child(0).child(1).text();
        if (!municipality.endsWith(POINT_SUFFIX)) {
            throw new Doubt("another name of the distribution point / 配布点の名前が違う");
        }
        int end = municipality.length() - POINT_SUFFIX.length();
        return prefecture + "/" + municipality.substring(0, end);
    }

    private static Map<BigInteger, State> listed(X509CRL list) throws Doubt {
        Map<BigInteger, State> listed = new HashMap<>();
        Set<? extends X509CRLEntry> entries = list.getRevokedCertificates();
        if (entries == null) {
            return listed;
        }
        for (X509CRLEntry entry : entries) {
            CRLReason reason = entry.getRevocationReason();
            listed.put(
                    entry.getSerialNumber(),
                    new State.Revoked(
                            entry.getRevocationDate().toInstant(),
                            reason == null ? 0 : reason.ordinal()));
        }
        return listed;
    }

    /**
     * Revoked and not expired: must be listed, as the log says. Revoked and expired: may be listed,
     * since one more list shows it. Anything else: must not be.
     */
    private static void compare(
            BigInteger serial,
            @Nullable State told,
            History history,
            Instant thisUpdate,
            long position)
            throws Doubt {
        Set<State> right = history.at(thisUpdate);
        boolean mayBeAbsent =
                history.notAfter().isBefore(thisUpdate)
                        || right.stream().anyMatch(state -> !(state instanceof State.Revoked));
        if (told == null ? !mayBeAbsent : !right.contains(told)) {
            throw History.contradiction(told == null ? "nothing" : told, serial, position, right);
        }
    }
}
