package org.openmyna.bench;

/**
 * How many RSA-2048 operations something cannot do without.
 *
 * @param signatures with a private key that signs often
 * @param firstSignatures with a private key that has not signed before
 * @param verifications with a public key; a chip checks what it signed before it answers, and those
 *     checks count as well
 */
record RsaWork(int signatures, int firstSignatures, int verifications) {
    /**
     * How often a second all of them can be done.
     *
     * @param signRate bare signatures a second
     * @param firstRate bare first signatures a second; of no matter if there are none
     * @param verifyRate bare verifications a second
     */
    double limit(double signRate, double firstRate, double verifyRate) {
        double firsts = firstSignatures == 0 ? 0 : firstSignatures / firstRate;
        return 1 / (signatures / signRate + firsts + verifications / verifyRate);
    }

    @Override
    public String toString() {
        String signing =
                firstSignatures == 0
                        ? signatures + " signatures"
                        : "%d signatures, %d of them with a fresh key"
                                .formatted(signatures + firstSignatures, firstSignatures);
        return signing + ", " + verifications + " verifications";
    }
}
