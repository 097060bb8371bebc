/**
 * The values that every room speaks of: numbers, dates, names, secrets and errors.
 *
 * <p><b>A value cannot hold nonsense.</b> Each constructor is strict and each check digit is
 * checked there, so a {@link org.openmyna.kernel.MyNumber} that exists is well formed. What people
 * type goes through {@code parse}, which takes full-width digits and groups; the constructor takes
 * neither.
 *
 * <p><b>What must not be seen is not printed.</b> {@code toString} of a My Number, a resident
 * record code, a security code, a verification number and a {@link org.openmyna.kernel.Pin} says
 * only what it is, and no error repeats such an input. A {@code Pin} is also wiped; the records are
 * not, since Java strings cannot be.
 *
 * <p><b>A name is a sequence of glyphs.</b> Variation selectors are part of it and nothing is
 * normalised. A certificate carries a smaller set of characters, so {@link
 * org.openmyna.kernel.SubstitutedText} holds the text that fits and a flag for every character that
 * differs: the base with its selector counts as one character in the name, and the substitute as
 * one character in the certificate.
 *
 * <p><b>A date may be unknown in part</b>, and the type says so: whoever computes an age has to ask
 * for the exact day and to refuse a date without one.
 *
 * <p>Sources: Ordinance 85/2014 art. 5 (My Number), Finance Ordinance 70/2014 art. 2 (Corporate
 * Number), the official list of municipality codes, the published JPKI certificate profile (four
 * items), and open programs that read real cards (verification number B). Recalled and not read:
 * MIC notice 436/2002, the weights of the resident record code. Our choices: substitute glyphs, and
 * zeros for the unknown parts of six-digit dates.
 */
@NullMarked
package org.openmyna.kernel;

import org.jspecify.annotations.NullMarked;
