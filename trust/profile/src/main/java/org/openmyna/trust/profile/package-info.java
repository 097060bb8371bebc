/**
 * The certificates, revocation lists and OCSP messages of JPKI (公的個人認証サービス): what is in them, byte
 * by byte.
 *
 * <p>Two doors. <b>Reading</b>: {@link org.openmyna.trust.profile.JpkiCertificate}, {@link
 * org.openmyna.trust.profile.CaCertificate}, {@link org.openmyna.trust.profile.RevocationList} and,
 * for long lists, {@link org.openmyna.trust.profile.RevocationListFile} turn any bytes into a value
 * or into one named refusal. They use a small strict DER reader of their own, which accepts only
 * the one legal encoding. Reading proves a shape; whom to trust is for the verifier.
 *
 * <p><b>Building</b> goes through BouncyCastle, so that writer and reader do not share a mistake;
 * {@link org.openmyna.trust.profile.RevocationListWriter} writes the entries of lists by itself.
 * Private keys stay behind {@link org.openmyna.trust.profile.ContentSignature}, and {@link
 * org.openmyna.trust.profile.BeforeSigning} sees what they are about to sign.
 *
 * <p><b>OCSP</b> (RFC 6960, RFC 5019, RFC 9654) has both doors: {@link
 * org.openmyna.trust.profile.OcspRequest} and {@link org.openmyna.trust.profile.OcspResponse} read,
 * {@link org.openmyna.trust.profile.OcspResponseWriter} writes the answers of one {@link
 * org.openmyna.trust.profile.ResponderCertificate}. A responder answers thousands of times a second
 * and all its time is to go into signatures, so answers are written straight to DER, without
 * BouncyCastle; tests hold them against BouncyCastle's, the JDK's and OpenSSL's reading, and
 * against skeletons written by hand.
 */
@NullMarked
package org.openmyna.trust.profile;

import org.jspecify.annotations.NullMarked;
