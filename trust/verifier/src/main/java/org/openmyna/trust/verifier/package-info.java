/**
 * What a relying party needs to accept a My Number Card: a challenge for the login, a verdict on
 * what the card answered, and evidence that gives the verdict again. {@link
 * org.openmyna.trust.verifier.VerifierBuilder} makes one verifier for each job.
 *
 * <p><b>Ideas.</b> A verdict is a value, and carries every check that led to it with the dates of
 * the data it rested on; it can be filed as it is. A refusal has one stable code. The first check
 * that fails ends the verification, so nothing of an unproved certificate is ever handed on.
 *
 * <p><b>Invariants.</b>
 *
 * <ul>
 *   <li>Nothing is trusted that was not given: authorities are pinned, the certificate of the CA on
 *       the card is no anchor. In production only six certificates can be pinned, by fingerprint.
 *   <li>Unknown, missing, stale or foreign status is never good.
 *   <li>A challenge is used up, in one atomic act, before anything of its answer is looked at. It
 *       is remembered by the hash of all its bytes, so none of its values can be exchanged.
 *   <li>A signature certificate never logs in; a login certificate never signs a document.
 *   <li>A certificate is read by two parsers without common code: the profile's strict DER reader,
 *       whose no is final, and the JDK's, which shows the usage bits that the profile does not.
 *   <li>What was found true may be remembered under the hash of all bytes it was found for; what
 *       was found false is not.
 * </ul>
 *
 * <p><b>Clauses.</b> JPKI reference 5.2: (1) {@code ChallengeSteps}, (2) to (7) {@code
 * CertificateSteps}, (6) {@code ListSteps} and {@code AnswerSteps}, one method a step. RFC 5280
 * 6.1.3 (a)(1) {@code step4_issuerSignature}, (a)(2) {@code step4_validity}, (a)(3) {@code
 * StatusSteps}, (a)(4) {@code step4_issuerName}, (d) {@code step5_policy}; 6.1.4 (o) {@code
 * step5_criticalExtensions}; 4.2.1.15, 6.3.3 (b) {@code step6_listScope}, (g) {@code
 * step6_listSignature}. Step (7)'s comparing is {@code ItemComparison}; step (8), the link of
 * serials, is a service of the authority that a platform asks by itself; step (9) is {@code
 * EvidenceBundle}. Name constraints, policy mapping and path length are left out: both authorities
 * are roots that issue to people directly. RFC 8017 8.2.2 and 9.2: {@code Rsassa}. FIPS 186-5
 * 6.4.2: {@code Ecdsa}. RFC 6960 3.2: {@code AnswerSteps}.
 *
 * <p><b>What would break it.</b> A nonce store that is not one for all servers, or not atomic. A
 * clock set back. A validation time taken from the signer's own claim.
 */
@NullMarked
package org.openmyna.trust.verifier;

import org.jspecify.annotations.NullMarked;
