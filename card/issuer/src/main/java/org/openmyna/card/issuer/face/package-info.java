/**
 * What a person sees on the card and what the card carries as pictures of it.
 *
 * <p>{@link org.openmyna.card.issuer.face.FacePhoto} turns any portrait into the grey JPEG 2000
 * file of the card-face record, once; {@link org.openmyna.card.issuer.face.FaceText} draws name,
 * address, My Number and security code as 1-bit PNG for the same record; {@link
 * org.openmyna.card.issuer.face.CardFacePrint} draws front and back of a specimen card as SVG and
 * PDF, in a look of our own and with TEST marks.
 *
 * <p>No font of the operating system is ever asked: both fonts lie in this package, their outlines
 * are read by us and filled as plain shapes, so that a server without fontconfig draws the same
 * pixels as a desktop. The licences of the fonts lie beside them.
 */
@NullMarked
package org.openmyna.card.issuer.face;

import org.jspecify.annotations.NullMarked;
