package org.openmyna.trust.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules themselves, and how fast they are. */
class RulesTest {
    private static final int ROUNDS = 20_000;

    private static Stream<RuleText> rules() {
        return Stream.of(
                        CertificateRule.values(),
                        ExtensionRule.values(),
                        FourItemsRule.values(),
                        StatusRule.values())
                .flatMap(Stream::of)
                .map(Rule::text);
    }

    @Test
    void every_rule_has_a_code_of_its_own_a_clause_and_two_sentences() {
        assertThat(rules().map(RuleText::code)).doesNotHaveDuplicates().hasSizeGreaterThan(90);
        assertThat(rules())
                .allSatisfy(rule -> {
                    assertThat(rule.code()).matches("MYNA-LNT-[0-9]{3}");
                    assertThat(rule.clause()).isNotBlank();
                    assertThat(rule.japanese()).endsWith("。");
                    assertThat(rule.english()).endsWith(".");
                });
    }

    @Test
    void a_certificate_is_read_much_faster_than_it_is_signed() {
        Draft draft = Draft.signature();
        byte[] tbs = draft.build();
        ExpectedCertificate expected = draft.expected();
        ProfileLint lint = new ProfileLint();
        long best = Long.MAX_VALUE;
        int found = 0;
        for (int run = 0; run < 5; run++) {
            long start = System.nanoTime();
            for (int i = 0; i < ROUNDS; i++) {
                found += lint.certificate(tbs, expected).size();
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(found).isZero();
        assertThat(best / ROUNDS).as("nanoseconds").isLessThan(200_000);
    }
}
