/**
 * Status from the network: {@link org.openmyna.trust.verifier.online.OcspClient} asks an OCSP
 * responder, {@link org.openmyna.trust.verifier.online.ListFetcher} keeps a local copy of the
 * revocation lists. Both are a {@link org.openmyna.trust.verifier.StatusSource}, and both fail
 * closed: what does not arrive whole and in time is missing, and a certificate without status is
 * refused.
 *
 * <p>Addresses come from the settings and never from a certificate, so that nobody makes a platform
 * call where he likes. What arrives is bounded in time and size before it is read. Verifiers
 * identify themselves by a client certificate: give an {@link java.net.http.HttpClient} that has
 * one.
 */
@NullMarked
package org.openmyna.trust.verifier.online;

import org.jspecify.annotations.NullMarked;
