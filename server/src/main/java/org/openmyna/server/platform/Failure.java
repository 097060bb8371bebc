package org.openmyna.server.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openmyna.card.reader.Authenticity;
import org.openmyna.card.reader.AuthenticityStep;
import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.Language;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.verifier.Evidence;
import org.openmyna.trust.verifier.LoginVerdict;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a login did not happen, for the citizen, the clerk and the engineer. It names no certificate
 * and no card.
 *
 * @param code stable
 * @param audience whom both sentences address
 * @param japanese what happened and what to do
 * @param english the same
 * @param checks that were made, in their order; the last is the one that failed. Empty if none were
 */
public record Failure(
        String code, Audience audience, String japanese, String english, List<Made> checks) {
    /**
     * A check.
     *
     * @param name stable
     * @param clause where it is demanded
     * @param japanese what holds when it passes
     * @param english the same
     * @param data what it was checked on; nothing personal
     */
    public record Made(
            String name,
            String clause,
            String japanese,
            String english,
            boolean passed,
            Map<String, String> data) {
        public Made {
            data = new TreeMap<>(data);
        }

        public String text(boolean inEnglish) {
            return inEnglish ? english : japanese;
        }
    }

    /** Whose certificate it was is nothing that a page says. */
    private static final Set<String> IDENTIFYING = Set.of("serial", "sha256");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Failure {
        checks = List.copyOf(checks);
    }

    static Failure of(LoginVerdict.Refused refused) {
        return of(
                refused.refusal().reason(),
                refused.refusal().details(),
                refused.evidence().stream().map(Failure::made).toList());
    }

    private static Made made(Evidence evidence) {
        return new Made(
                evidence.check().name(),
                evidence.check().clause(),
                evidence.check().japanese(),
                evidence.check().english(),
                evidence.passed(),
                unnamed(evidence.data()));
    }

    static Failure of(Authenticity.NotGenuine refused, MynaException why) {
        return of(
                why.errorCode(),
                why.details(),
                refused.evidence().stream().map(Failure::made).toList());
    }

    private static Made made(AuthenticityStep step) {
        return new Made(
                step.check().name(),
                "card " + step.check().section(),
                step.check().text(Language.JAPANESE),
                step.check().text(Language.ENGLISH),
                step.passed(),
                Map.of("on", step.on()));
    }

    static Failure of(MynaException why) {
        return of(why.errorCode(), why.details(), List.of());
    }

    private static Failure of(ErrorCode reason, Map<String, ?> details, List<Made> checks) {
        Map<String, Object> told = new HashMap<>(details);
        told.replaceAll((name, value) -> IDENTIFYING.contains(name) ? "…" : value);
        return new Failure(
                reason.code(),
                reason.audience(),
                reason.sentence(Language.JAPANESE, told),
                reason.sentence(Language.ENGLISH, told),
                checks);
    }

    private static Map<String, String> unnamed(Map<String, String> data) {
        Map<String, String> told = new TreeMap<>(data);
        told.keySet().removeAll(IDENTIFYING);
        return told;
    }

    /** Whether a citizen can do what the sentence says; else it is for whoever can. */
    public boolean addressesCitizens() {
        return audience == Audience.CITIZEN;
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Failure parse(String json) {
        return JSON.readValue(json, Failure.class);
    }

    public String text(boolean inEnglish) {
        return inEnglish ? english : japanese;
    }
}
