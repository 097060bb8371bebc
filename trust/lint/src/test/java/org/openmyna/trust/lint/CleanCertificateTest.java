package org.openmyna.trust.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmyna.trust.lint.ExpectedAuthority.Hierarchy;
import org.openmyna.trust.lint.ExpectedAuthority.Kind;
import org.openmyna.trust.lint.ExpectedCertificate.FourItems;
import org.openmyna.trust.lint.ExpectedCertificate.Medium;

/** What is right gives no finding. */
class CleanCertificateTest {
    static Stream<Draft> everyKindMediumAndHierarchy() {
        return Stream.of(Kind.values())
                .flatMap(kind ->
                        Stream.of(Medium.values())
                                .flatMap(medium ->
                                        Stream.of(Hierarchy.values())
                                                .map(h -> of(kind, medium, h))));
    }

    private static Draft of(Kind kind, Medium medium, Hierarchy hierarchy) {
        Draft draft = new Draft(kind);
        draft.medium = medium;
        draft.hierarchy = hierarchy;
        return draft;
    }

    @ParameterizedTest
    @MethodSource("everyKindMediumAndHierarchy")
    void a_clean_certificate_of_every_kind_gives_no_finding(Draft draft) {
        assertThat(draft.lint()).isEmpty();
    }

    static Stream<FourItems> edges() {
        return Stream.of(
                items("試験　一郎", "00000", "400000000"),
                items("試験　一郎", "00000", "000000000"),
                items("試験　一郎", "00000", "319850300"),
                items("試験　一郎", "00000", "319850000"),
                items("試験　一郎", "00000", "219260000"),
                items("試験　一郎", "00000", "319260000"),
                items("試験　一郎", "00000", "119120729"),
                items("試験　一郎", "00000", "219120730"),
                items("試験　一郎", "00000", "420080229"),
                items("試験　●郎", "00010", "420110401"),
                items("SHIKEN ICHIRO（試験　一郎）", "0".repeat(20), "319850307"),
                items("試験［旧氏］　花子", "000000000", "319850307"));
    }

    private static FourItems items(String name, String substitutes, String date) {
        String address = "国外転出　２０２６年０３月３１日";
        return new FourItems(name, substitutes, "3", date, address, "0".repeat(16));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void people_at_the_edges_give_no_finding(FourItems items) {
        Draft draft = Draft.signature();
        draft.items = items;
        assertThat(draft.lint()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyKindMediumAndHierarchy")
    void times_from_2050_on_are_generalized_times(Draft draft) {
        draft.notBefore = java.time.Instant.parse("2049-06-01T00:00:00Z");
        draft.notAfter = java.time.Instant.parse("2054-03-07T14:59:59Z");
        draft.latestEnd = draft.notAfter;
        draft.caEnd = java.time.Instant.parse("2058-03-31T14:59:59Z");
        assertThat(draft.lint()).isEmpty();
    }
}
