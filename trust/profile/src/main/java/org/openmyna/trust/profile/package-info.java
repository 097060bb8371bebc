/**
 * The certificates and revocation lists of JPKI (公的個人認証サービス): what is in them, byte by byte.
 *
 * <p>Two doors. <b>Reading</b>: {@link org.openmyna.trust.profile.JpkiCertificate}, {@link
 * org.openmyna.trust.profile.CaCertificate}, {@link org.openmyna.trust.profile.RevocationList} and,
 * for long lists, {@link org.openmyna.trust.profile.RevocationListFile} turn any bytes into a value
 * or into one named refusal. They use a small strict DER reader of their own, which accepts only
 * the one legal encoding. Reading proves a shape; whom to trust is for the verifier.
 *
 * <p><b>Building</b> goes through BouncyCastle, so that writer and reader do not share a mistake;
 * {@link org.openmyna.trust.profile.RevocationListWriter} writes the entries of lists by itself.
 * Private keys stay behind {@link org.openmyna.trust.profile.ContentSignature}.
 */
@NullMarked
package org.openmyna.trust.profile;

import org.jspecify.annotations.NullMarked;
