package org.openmyna.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.verifier.EvidenceBundle;
import org.openmyna.trust.verifier.EvidenceVerdict;
import org.openmyna.trust.verifier.EvidenceVerifier;
import org.openmyna.trust.verifier.LoginChallenge;
import org.openmyna.trust.verifier.VerifierBuilder;

/**
 * Judges a file of evidence that a verifier kept, by what is in it: nobody is asked, and what has
 * expired since counts as of the recorded time.
 */
final class KeptEvidence {
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Voice voice;

    KeptEvidence(Voice voice) {
        this.voice = voice;
    }

    static boolean is(byte[] file) {
        return file.length > ZIP.length && Arrays.equals(file, 0, ZIP.length, ZIP, 0, ZIP.length);
    }

    /** Trusts all generations that this country has had. */
    static EvidenceVerifier of(Country country) {
        VerifierBuilder builder = VerifierBuilder.testOnly().clock(country.legalTime());
        for (CaKind kind : CaKind.values())
            for (Generation generation : country.authority(kind).generations())
                builder.trust(generation.certificate());
        return builder.evidence();
    }

    /** Trusts the six certificates of the real authorities, and needs no country. */
    static EvidenceVerifier ofRealCards() {
        return VerifierBuilder.production().clock(InstantSource.system()).evidence();
    }

    /**
     * Tells the verdict and every check.
     *
     * @param content what was signed, if it is at hand
     * @return exit code
     */
    int judge(EvidenceVerifier verifier, byte[] file, @Nullable Path content) {
        EvidenceBundle bundle = EvidenceBundle.read(file);
        EvidenceVerdict verdict =
                content == null
                        ? verifier.verify(bundle)
                        : verifier.verify(bundle, VerifyCommand.bytes(content));
        var view = new VerdictView(voice);
        switch (verdict) {
            case EvidenceVerdict.Holds holds -> show(view, holds, content != null);
            case EvidenceVerdict.Refused refused ->
                    view.refused("verify.evidence.refused", refused.refusal());
        }
        view.end(verdict.evidence());
        return verdict instanceof EvidenceVerdict.Holds ? 0 : 1;
    }

    private void show(VerdictView view, EvidenceVerdict.Holds holds, boolean withContent) {
        view.accepted("verify.evidence.holds", holds.certificate());
        holds.challenge().ifPresent(challenge -> login(view, challenge));
        holds.fourItems().ifPresent(view::signer);
        view.certificate(holds.certificate());
        view.judged(holds.validAt());
        voice.say("verify.evidence.given", CertificateView.japanTime(holds.judgedAt()));
        view.also("judgedAt", holds.judgedAt());
        if (holds.challenge().isEmpty() && !withContent) voice.say("verify.evidence.content");
        voice.say("verify.evidence.limit");
    }

    private void login(VerdictView view, LoginChallenge challenge) {
        voice.say(
                "verify.evidence.login",
                challenge.client(),
                challenge.platformOrigin(),
                challenge.purpose(),
                CertificateView.japanTime(challenge.issuedAt()));
        view.also(
                "login",
                Map.of(
                        "platform", challenge.platformOrigin(),
                        "client", challenge.client(),
                        "purpose", challenge.purpose(),
                        "issuedAt", challenge.issuedAt()));
    }
}
