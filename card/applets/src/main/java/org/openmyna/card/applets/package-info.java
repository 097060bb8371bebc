/**
 * The applications on the chip, as Java Card source.
 *
 * <p>Two applets so far. {@link org.openmyna.card.applets.IssuerSecurityDomain} is current after
 * every reset and knows how far the card has come in its life; {@link
 * org.openmyna.card.applets.JpkiApplication} holds the certificates, keys and PINs of the public
 * personal authentication service. What both kinds of application will share — files, the current
 * file, PINs, the order of checks — is in {@link org.openmyna.card.applets.CardApplication}; there
 * is one class for each type of file.
 *
 * <p>The dialect is that of a chip. No int, no String, no collections; objects and buffers are made
 * once, in constructors, and live as long as the card; what must be forgotten lies in transient
 * arrays. Fields of these objects are the card's memory: they keep their values without power, and
 * a transaction is the only way to change two of them together. A test reads the class files and
 * keeps it so, another compiles the same source against a second implementation of the Java Card
 * API.
 *
 * <p>Nothing here knows the runtime, the memory or the host. README.md in this room has the
 * commands and their status words.
 */
package org.openmyna.card.applets;
