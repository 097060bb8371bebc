package org.openmyna.trust.authority.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openmyna.trust.authority.answers.SmallAuthority;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.Generations;
import org.openmyna.trust.authority.status.StatusFollower;
import org.openmyna.trust.authority.status.StatusIndex;
import org.openmyna.trust.profile.BasicOcspResponse;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.OcspCertStatus;
import org.openmyna.trust.profile.OcspCheck;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.OcspResponse;
import org.openmyna.trust.profile.OcspSingleResponse;
import org.openmyna.trust.profile.OcspStatus;

/** An authority with two generations, and a responder that is asked without a network. */
final class Desk implements AutoCloseable {
    static final String HIMEJI = "Hyogo-ken/Himeji-shi";
    static final OcspCaller ANYBODY = new OcspCaller.Anonymous();

    final SmallAuthority authority;
    final Generation login;
    final Generation signature;
    final Generations generations;
    final Path secret;
    final StatusIndex index = new StatusIndex();
    final StatusFollower follower;
    final Responders responders;
    final VerifierRegister verifiers;
    final OcspResponder responder;

    Desk(Path home, OcspSettings settings) throws SQLException {
        authority = new SmallAuthority();
        login = authority.generation(CaKind.USER_AUTHENTICATION, 1);
        signature = authority.generation(CaKind.SIGNATURE, 1);
        generations = authority.generations();
        secret = home.resolve("ocsp.secret");
        follower =
                new StatusFollower(
                        authority.database(), index, Optional.empty(), authority.clock());
        responders = making();
        verifiers = new VerifierRegister(authority.database(), authority.clock());
        responder =
                new OcspResponder(
                        generations,
                        index,
                        follower,
                        responders,
                        verifiers,
                        settings,
                        authority.clock());
    }

    static Desk presigned(Path home) throws SQLException {
        return new Desk(home, OcspSettings.sandbox());
    }

    Responders making() {
        return Responders.making(
                authority.database(),
                generations,
                secret,
                new ResponderMaker(
                        authority.profile(),
                        authority.vault(),
                        generation -> authority.nextSerial(),
                        SmallAuthority.RANDOM),
                SmallAuthority.RANDOM);
    }

    /** What was committed reaches the index. */
    void follow() {
        authority.log().catchUp();
        follower.follow();
    }

    CertificateSerial active(Generation generation) {
        CertificateSerial serial = authority.active(generation, HIMEJI);
        follow();
        return serial;
    }

    static OcspRequest about(Generation generation, CertificateSerial serial) {
        return OcspRequest.of(List.of(certId(generation, serial)));
    }

    static CertId certId(Generation generation, CertificateSerial serial) {
        return CertId.of(HashAlgorithm.SHA_1, generation.certificate(), serial);
    }

    OcspAnswer ask(OcspRequest request) {
        return responder.answer(request.der(), ANYBODY);
    }

    OcspCertStatus status(Generation generation, CertificateSerial serial) {
        return sound(generation, about(generation, serial)).getFirst().status();
    }

    /**
     * Asks, and believes only what our own reader would. Nothing waits for its place in the log, as
     * where the log's own thread runs.
     */
    List<OcspSingleResponse> sound(Generation generation, OcspRequest request) {
        authority.log().catchUp();
        return sound(ask(request).der(), generation, request);
    }

    List<OcspSingleResponse> sound(byte[] der, Generation generation, OcspRequest request) {
        OcspResponse response = OcspResponse.parse(der);
        assertThat(response).isInstanceOf(BasicOcspResponse.class);
        OcspCheck check =
                ((BasicOcspResponse) response)
                        .check(
                                generation.certificate(),
                                request,
                                authority.now(),
                                Duration.ofSeconds(1));
        assertThat(check).isInstanceOf(OcspCheck.Sound.class);
        return ((OcspCheck.Sound) check).answers();
    }

    static OcspStatus refusal(OcspAnswer answer) {
        assertThat(answer.caching()).isEmpty();
        return OcspResponse.parse(answer.der()) instanceof OcspResponse.Refused(OcspStatus status)
                ? status
                : OcspStatus.SUCCESSFUL;
    }

    @Override
    public void close() {
        authority.close();
    }
}
