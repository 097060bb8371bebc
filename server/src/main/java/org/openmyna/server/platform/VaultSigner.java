package org.openmyna.server.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.util.Set;
import org.openmyna.trust.profile.ContentSignature;

/** ES256 with a key that stays in its vault. */
final class VaultSigner implements JWSSigner {
    private static final int SIGNATURE_BYTES = 64;

    private final ContentSignature vault;
    private final JCAContext context = new JCAContext();

    VaultSigner(ContentSignature vault) {
        this.vault = vault;
    }

    /** RFC 7518 3.4: both numbers one after the other, not as DER. */
    @Override
    public Base64URL sign(JWSHeader header, byte[] content) throws JOSEException {
        return Base64URL.encode(
                ECDSA.transcodeSignatureToConcat(vault.sign(content), SIGNATURE_BYTES));
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return Set.of(JWSAlgorithm.ES256);
    }

    @Override
    public JCAContext getJCAContext() {
        return context;
    }
}
