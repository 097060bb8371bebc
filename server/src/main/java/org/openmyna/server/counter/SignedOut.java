package org.openmyna.server.counter;

/** Nobody is signed in, or not any more: the way leads to the sign-in page. Never shown. */
final class SignedOut extends RuntimeException {
    private static final long serialVersionUID = 1;

    SignedOut() {
        super(null, null, false, false);
    }
}
