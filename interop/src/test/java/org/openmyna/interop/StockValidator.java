package org.openmyna.interop;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CRL;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A PKIX validator (RFC 5280 6) as a provider of the JCA has it, with nothing of ours in it. None
 * of them fetches a list from a distribution point that is a directory name, so lists are given to
 * them all in a store, and they find out which one serves; OCSP responses are given beside the
 * certificate.
 */
final class StockValidator {
    private final String name;
    private final Provider provider;
    private final CertificateFactory factory;

    StockValidator(String name, Provider provider) {
        this.name = name;
        this.provider = provider;
        try {
            this.factory = CertificateFactory.getInstance("X.509", provider);
        } catch (CertificateException everybodyHasIt) {
            throw new IllegalStateException(everybodyHasIt);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * Empty if it accepts the certificate, else what it says.
     *
     * @param authorities what is trusted: certificates of CAs, of one name or of several
     * @param lists all that are at hand
     */
    String byLists(
            byte[] certificate, Set<byte[]> authorities, Collection<byte[]> lists, Instant when) {
        return opinion(
                certificate,
                authorities,
                when,
                EnumSet.of(
                        PKIXRevocationChecker.Option.PREFER_CRLS,
                        PKIXRevocationChecker.Option.NO_FALLBACK,
                        PKIXRevocationChecker.Option.ONLY_END_ENTITY),
                Map.of(),
                lists);
    }

    /** The same by one OCSP response about it. */
    String byOcsp(byte[] certificate, Set<byte[]> authorities, byte[] response, Instant when) {
        X509Certificate subject;
        try {
            subject = certificate(certificate);
        } catch (CertificateException broken) {
            return broken.toString();
        }
        return opinion(
                certificate,
                authorities,
                when,
                EnumSet.of(
                        PKIXRevocationChecker.Option.NO_FALLBACK,
                        PKIXRevocationChecker.Option.ONLY_END_ENTITY),
                Map.of(subject, response),
                List.of());
    }

    private String opinion(
            byte[] certificate,
            Set<byte[]> authorities,
            Instant when,
            Set<PKIXRevocationChecker.Option> options,
            Map<X509Certificate, byte[]> responses,
            Collection<byte[]> lists) {
        try {
            CertPathValidator validator = CertPathValidator.getInstance("PKIX", provider);
            var revocation = (PKIXRevocationChecker) validator.getRevocationChecker();
            revocation.setOptions(options);
            revocation.setOcspResponses(responses);
            PKIXParameters parameters = new PKIXParameters(anchors(authorities));
            parameters.setDate(Date.from(when));
            // JPKI's policies are critical and have a CPS: whoever trusts them has read it
            parameters.setPolicyQualifiersRejected(false);
            parameters.addCertStore(store(lists));
            parameters.addCertPathChecker(revocation);
            validator.validate(
                    factory.generateCertPath(List.of(certificate(certificate))), parameters);
            return "";
        } catch (CertPathValidatorException | CertificateException refused) {
            return String.valueOf(refused.getMessage());
        } catch (GeneralSecurityException mistake) {
            throw new IllegalStateException(mistake);
        }
    }

    private Set<TrustAnchor> anchors(Set<byte[]> authorities) throws CertificateException {
        Set<TrustAnchor> anchors = new HashSet<>();
        for (byte[] each : authorities) anchors.add(new TrustAnchor(certificate(each), null));
        return anchors;
    }

    private CertStore store(Collection<byte[]> lists) throws GeneralSecurityException {
        List<CRL> all = new ArrayList<>();
        for (byte[] each : lists) all.add(factory.generateCRL(new ByteArrayInputStream(each)));
        return CertStore.getInstance("Collection", new CollectionCertStoreParameters(all));
    }

    private X509Certificate certificate(byte[] der) throws CertificateException {
        Certificate read = factory.generateCertificate(new ByteArrayInputStream(der));
        return (X509Certificate) read;
    }
}
