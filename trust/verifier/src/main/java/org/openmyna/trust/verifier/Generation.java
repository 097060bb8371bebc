package org.openmyna.trust.verifier;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationListView;

/** One pinned key generation of an authority, with what was already found true under its key. */
final class Generation {
    /** Certificates that log in again soon; an entry has about 150 bytes. */
    private static final int REMEMBERED = 10_000;

    private final CaCertificate ca;
    private final SignatureScheme scheme;
    private final String keyId;
    private final String fingerprint;

    /** SHA-256 of certificates whose issuer signature verified; the oldest goes first. */
    private final Map<String, Boolean> certified =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /** The list last found genuine for each point; at most one for each municipality. */
    private final Map<Optional<DistributionPoint>, RevocationListView> genuine =
            new ConcurrentHashMap<>();

    Generation(CaCertificate ca) {
        this.ca = ca;
        this.scheme =
                SignatureScheme.of(ca.publicKey()).orElseThrow(); // the profile reads no other
        this.keyId = HexFormat.of().formatHex(ca.subjectKeyId());
        this.fingerprint = Sha256.hexOf(ca.der());
    }

    CaCertificate ca() {
        return ca;
    }

    String keyId() {
        return keyId;
    }

    String fingerprint() {
        return fingerprint;
    }

    SignatureScheme scheme() {
        return scheme;
    }

    boolean names(JpkiCertificate certificate) {
        return certificate.namesAsIssuer(ca);
    }

    boolean includes(Instant time) {
        return ca.validity().includes(time);
    }

    /**
     * Whether the authority's signature on the certificate verifies. A yes is remembered under the
     * hash of the whole certificate: the same bytes under the same key give the same answer. A no
     * is not, so that forgeries cannot crowd it.
     */
    boolean certified(HandedIn leaf, Signatures signatures) {
        synchronized (certified) {
            if (certified.containsKey(leaf.fingerprint())) return true;
        }
        SignedContent content = SignedContent.of(scheme.own(), leaf.signedBytes());
        boolean verifies =
                signatures.outcome(ca.publicKey(), content, leaf.issuerSignature())
                        == SignatureOutcome.FITS;
        if (verifies) {
            synchronized (certified) {
                certified.put(leaf.fingerprint(), true);
            }
        }
        return verifies;
    }

    /** Whether this generation signed the list; asked once for each list object. */
    boolean signed(RevocationListView list) {
        if (genuine.get(list.scope()) == list) return true;
        boolean verifies = list.isIssuedBy(ca);
        if (verifies) genuine.put(list.scope(), list);
        return verifies;
    }
}
