/**
 * The applications on the chip, as Java Card source.
 *
 * <p>Six applets. {@link org.openmyna.card.applets.IssuerSecurityDomain} is current after every
 * reset and knows how far the card has come in its life. The five others hold data, keys and PINs:
 * {@link org.openmyna.card.applets.JpkiApplication} for public personal authentication, {@link
 * org.openmyna.card.applets.FormInputApplication} My Number and the four items as text, {@link
 * org.openmyna.card.applets.CardFaceApplication} the same as images, {@link
 * org.openmyna.card.applets.JukiApplication} the resident record code, {@link
 * org.openmyna.card.applets.CommonApplication} the serial number of the card. What they share —
 * files, the current file, PINs, keys, the order of checks — is in {@code CardApplication} and the
 * classes that it is made of; there is one class for each type of file, and an applet says little
 * more than which files it has and who opens them. The domain writes into the applications through
 * {@link org.openmyna.card.applets.IssuerAccess} and asks for nothing else; the applications ask
 * the domain through {@link org.openmyna.card.applets.CardLifeCycle}.
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
