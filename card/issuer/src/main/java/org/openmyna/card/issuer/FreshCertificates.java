package org.openmyna.card.issuer;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmyna.card.issuer.channel.IssuerChannel;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.JpkiCertificate;

/** The keys and certificates that an act makes new, as they come into being. */
final class FreshCertificates {
    private static final int NAME_BYTES = 16;

    private final Certificates certificates;
    private final SecureRandom random;
    private Optional<CertificationRequest> userRequest = Optional.empty();
    private Optional<CertificationRequest> signatureRequest = Optional.empty();
    private Optional<JpkiCertificate> user = Optional.empty();
    private Optional<JpkiCertificate> signature = Optional.empty();

    FreshCertificates(Certificates certificates, SecureRandom random) {
        this.certificates = certificates;
        this.random = random;
    }

    /**
     * The chip makes the key pairs in drafts and signs the requests with them.
     *
     * @return whether there is anything to ask for
     */
    boolean request(IssuerChannel channel, Act.Renewal renewal, IssuedCard current) {
        if (renewal == Act.Renewal.BOTH) {
            userRequest = Optional.of(request(channel, JpkiFile.USER_AUTHENTICATION_KEY));
        }
        if (renewal != Act.Renewal.NONE && current.signature().isPresent()) {
            signatureRequest = Optional.of(request(channel, JpkiFile.SIGNATURE_KEY));
        }
        return userRequest.isPresent() || signatureRequest.isPresent();
    }

    private static CertificationRequest request(IssuerChannel channel, JpkiFile key) {
        return CertificationRequest.make(
                PublicKeyTemplate.parse(channel.generateKeyPair(CardApplication.JPKI, key.id())),
                content ->
                        channel.signWithDraft(
                                CardApplication.JPKI,
                                key.id(),
                                DigestInfo.SHA256.ofMessage(content)));
    }

    /** The note with a new name for each certificate that is about to be asked for. */
    ActNote named() {
        return new ActNote(
                userRequest.map(_ -> newName()),
                signatureRequest.map(_ -> newName()),
                Optional.empty());
    }

    private String newName() {
        byte[] drawn = new byte[NAME_BYTES];
        random.nextBytes(drawn);
        return "act-" + HexFormat.of().formatHex(drawn);
    }

    /** Asks the authorities, under the names in the note. */
    void issue(Applicant then, IssuedCard current, ActNote named, Act.Renewal renewal) {
        JpkiCertificate old = current.userAuthentication();
        var forUser = new Certificates.Purpose(renewal.reason(), Optional.of(old.notAfter()));
        named.user()
                .ifPresent(name ->
                        user =
                                userRequest.map(request ->
                                        certificates.userAuthentication(
                                                then, request, name, forUser)));
        Optional<Instant> end =
                user.flatMap(_ -> current.signature()).map(JpkiCertificate::notAfter);
        var forSignature = new Certificates.Purpose(renewal.reason(), end);
        named.signature()
                .ifPresent(name ->
                        signature =
                                signatureRequest.map(request ->
                                        certificates.signature(
                                                then,
                                                request,
                                                user.orElse(old),
                                                name,
                                                forSignature)));
    }

    /** Those that were issued. */
    List<JpkiCertificate> all() {
        return Stream.concat(user.stream(), signature.stream()).toList();
    }

    Map<CardFile, byte[]> files() {
        Map<CardFile, byte[]> files = new LinkedHashMap<>();
        user.ifPresent(each -> files.put(JpkiFile.USER_AUTHENTICATION_CERTIFICATE, each.der()));
        signature.ifPresent(each -> files.put(JpkiFile.SIGNATURE_CERTIFICATE, each.der()));
        return files;
    }

    /** Those whose place they take. */
    List<JpkiCertificate> replaced(IssuedCard current) {
        List<JpkiCertificate> replaced = new ArrayList<>();
        if (user.isPresent()) replaced.add(current.userAuthentication());
        if (signature.isPresent()) current.signature().ifPresent(replaced::add);
        return replaced;
    }

    IssuedCard on(IssuedCard card) {
        return card.with(
                user.orElse(card.userAuthentication()),
                signature.isPresent() ? signature : card.signature());
    }
}
