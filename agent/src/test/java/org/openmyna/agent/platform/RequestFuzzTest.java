package org.openmyna.agent.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** Whatever a browser brings becomes a request in order, or a named refusal. */
class RequestFuzzTest {
    private static final String ISSUER = "http://platform.localhost:1/api/realms/main";
    private static final Platforms PLATFORMS =
            new Platforms(Set.of(ISSUER), InstantSource.fixed(Instant.EPOCH));

    @FuzzTest
    void any_text_is_a_request_or_a_refusal(FuzzedDataProvider data) {
        assertThat(PLATFORMS.read(data.consumeRemainingAsString()))
                .isInstanceOf(Reading.Refused.class);
    }

    @FuzzTest
    void any_claims_are_read_or_refused_by_name(FuzzedDataProvider data) {
        Map<String, Object> json;
        try {
            json = JSONObjectUtils.parse(data.consumeRemainingAsString());
        } catch (ParseException noObject) {
            return;
        }
        var claims = new Claims(json);
        for (Runnable each :
                new Runnable[] {
                    claims::issuer,
                    claims::id,
                    claims::purpose,
                    claims::client,
                    claims::challenge,
                    claims::items,
                    claims::crossDevice,
                    () -> claims.time("exp"),
                    () -> claims.address("answer", "http://platform.localhost:1")
                }) {
            try {
                each.run();
            } catch (RequestRefused named) {
                assertThat(named.refusal().error().code()).startsWith("MYNA-AGT-");
            }
        }
    }
}
