package org.openmyna.bench;

/**
 * How many RSA-2048 operations something cannot do without.
 *
 * @param signatures with a private key
 * @param verifications with a public key; whoever signs with a card's or an authority's key checks
 *     the result itself, and those checks count as well
 */
record RsaWork(int signatures, int verifications) {
    /**
     * How often a second all of them can be done.
     *
     * @param signRate bare signatures a second
     * @param verifyRate bare verifications a second
     */
    double limit(double signRate, double verifyRate) {
        return 1 / (signatures / signRate + verifications / verifyRate);
    }

    @Override
    public String toString() {
        return signatures + " signatures and " + verifications + " verifications";
    }
}
