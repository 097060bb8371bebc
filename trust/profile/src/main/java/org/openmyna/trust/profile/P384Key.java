package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/**
 * The key of the next generation (reference 1.5): a point of P-384 (secp384r1, FIPS 186-5).
 *
 * @param subjectPublicKey 04, then the two coordinates of 48 octets each
 */
record P384Key(ECPublicKey key, byte[] subjectPublicKey) implements SubjectKey {
    private static final int OCTETS = 48;
    private static final ECParameterSpec CURVE = curve();

    /** RFC 5480 2: id-ecPublicKey with a named curve; 2.2: the point uncompressed. */
    static P384Key rfc5480_2(DerReader algorithm, DerReader info) {
        if (!algorithm.oid("curve").equals(Oid.SECP384R1)) {
            throw new DerFault("curve: not P-384");
        }
        algorithm.mustEnd("key algorithm");
        byte[] bits = info.wholeBits("subjectPublicKey");
        if (bits.length != 1 + 2 * OCTETS || bits[0] != 4) {
            throw new DerFault("public key: not an uncompressed point of P-384");
        }
        var x = new BigInteger(1, Arrays.copyOfRange(bits, 1, 1 + OCTETS));
        var y = new BigInteger(1, Arrays.copyOfRange(bits, 1 + OCTETS, bits.length));
        if (!isOnCurve(x, y)) {
            throw new DerFault("public key: no point of P-384");
        }
        return new P384Key(javaKey(x, y), bits);
    }

    /** SP 800-56A 5.6.2.3.3; the cofactor is 1, so that every point is of the right order. */
    private static boolean isOnCurve(BigInteger x, BigInteger y) {
        BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) {
            return false;
        }
        BigInteger right =
                x.pow(3).add(CURVE.getCurve().getA().multiply(x)).add(CURVE.getCurve().getB());
        return y.pow(2).subtract(right).mod(p).signum() == 0;
    }

    private static ECPublicKey javaKey(BigInteger x, BigInteger y) {
        try {
            return (ECPublicKey)
                    KeyFactory.getInstance("EC")
                            .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
        } catch (GeneralSecurityException refused) {
            throw new DerFault("public key: refused by the platform");
        }
    }

    private static ECParameterSpec curve() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp384r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.ECDSA_WITH_SHA384;
    }
}
