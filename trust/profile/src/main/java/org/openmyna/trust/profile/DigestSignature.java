package org.openmyna.trust.profile;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.function.UnaryOperator;

/** Hashes here and lets somebody sign the digest. */
record DigestSignature(UnaryOperator<byte[]> signer) implements ContentSignature {
    private static final int CHUNK = 1 << 16;

    @Override
    public byte[] sign(byte[] content) {
        return signer.apply(Sha256.fresh().digest(content));
    }

    @Override
    public byte[] sign(InputStream content) throws IOException {
        MessageDigest digest = Sha256.fresh();
        byte[] chunk = new byte[CHUNK];
        for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
            digest.update(chunk, 0, count);
        }
        return signer.apply(digest.digest());
    }
}
