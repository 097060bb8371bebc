package org.openmyna.trust.lint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmyna.trust.lint.ExpectedOcspResponse.Answer;

/** OCSP answers (RFC 6960 4.2.1, 4.4, RFC 9654). */
final class OcspResponseLint {
    private static final String TBS = "tbsResponseData";
    private static final int MOST_NONCE = 128;

    private final ExpectedOcspResponse expected;
    private final Findings findings = new Findings();

    OcspResponseLint(ExpectedOcspResponse expected) {
        this.expected = expected;
    }

    List<Finding> check(byte[] tbs) {
        findings.reading(
                TBS,
                () -> {
                    Der all = Der.over(tbs);
                    Der data = all.enter(Der.SEQUENCE, TBS);
                    all.end(TBS);
                    rfc6960_4_2_1(data);
                });
        return findings.list();
    }

    private void rfc6960_4_2_1(Der in) throws DerMalformed {
        if (in.tag() == 0xA0) {
            findings.add(StatusRule.OCSP_VERSION, "version", "nothing", "a version");
            in.any("version");
        }
        responderId(in);
        Instant producedAt = Times.rfc6960_4_2_1(in, "producedAt", findings);
        Times.must(
                producedAt, expected.producedAt(), StatusRule.PRODUCED_AT, "producedAt", findings);
        responses(in.enter(Der.SEQUENCE, "responses"));
        if (in.has()) {
            Der wrapped = in.enter(0xA1, "responseExtensions");
            extensions(wrapped.enter(Der.SEQUENCE, "responseExtensions"));
            wrapped.end("responseExtensions");
        } else if (expected.nonce().isPresent()) {
            findings.add(StatusRule.NONCE, "nonce", "one", "none");
        }
        in.end(TBS);
    }

    private void responderId(Der in) throws DerMalformed {
        if (in.tag() != 0xA2) {
            findings.add(
                    StatusRule.RESPONDER_ID, "responderID", "byKey", "tag " + Der.hex(in.tag()));
            in.any("responderID");
            return;
        }
        Der wrapped = in.enter(0xA2, "byKey");
        Der keyHash = wrapped.enter(Der.OCTET_STRING, "KeyHash");
        wrapped.end("responderID");
        if (!keyHash.same(expected.responderKeyId())) {
            findings.add(
                    StatusRule.RESPONDER_ID, "responderID", "the responder's key", keyHash.shown());
        }
    }

    private void responses(Der list) throws DerMalformed {
        List<Der> found = new ArrayList<>();
        while (list.has()) {
            found.add(list.enter(Der.SEQUENCE, "SingleResponse"));
        }
        List<Answer> answers = expected.answers();
        if (found.size() != answers.size()) {
            findings.add(
                    StatusRule.ANSWER_COUNT, "responses", "" + answers.size(), "" + found.size());
            return;
        }
        for (int i = 0; i < found.size(); i++) {
            new SingleResponseLint(answers.get(i), i, expected.producedAt(), findings)
                    .check(found.get(i));
        }
    }

    private void extensions(Der list) throws DerMalformed {
        Optional<byte[]> nonce = expected.nonce();
        boolean seen = false;
        while (list.has()) {
            Der extension = list.enter(Der.SEQUENCE, "extension");
            Der oid = extension.enter(Der.OID, "extnID");
            if (seen || !oid.same(Oids.OCSP_BASIC_NONCE) || extension.tag() == Der.BOOLEAN) {
                findings.add(
                        StatusRule.OCSP_EXTENSION,
                        "responseExtensions",
                        "one nonce, not critical",
                        Oids.dotted(oid));
                return;
            }
            seen = true;
            Der value = extension.enter(Der.OCTET_STRING, "extnValue");
            extension.end("extension");
            Der content = value.enter(Der.OCTET_STRING, "Nonce");
            value.end("Nonce");
            boolean right = nonce.isPresent() && content.same(nonce.get());
            if (!right || content.length() < 1 || content.length() > MOST_NONCE) {
                findings.add(StatusRule.NONCE, "nonce", "that of the request", content.shown());
            }
        }
        if (!seen) {
            findings.add(
                    StatusRule.OCSP_EXTENSION, "responseExtensions", "none or a nonce", "empty");
        }
    }
}
