package org.openmyna.card.issuer.keys;

import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.card.protocol.CvSigner;
import org.openmyna.card.protocol.KeyId;

/**
 * What a municipality signs its residents' cards with.
 *
 * @param id {@code 6}, the municipality's five digits, {@code 9}
 * @param signer its private key at work
 * @param formInput its certificate for file 0004 of the form input application
 * @param cardFace its certificate for file 0004 of the card face application; the same key
 * @param upper object 00F8: the intermediate key, certified by 6999020/001
 * @param lower object 7F21: this municipality's key, certified by the intermediate key (our choice:
 *     no public source tells whose key it holds)
 */
public record MunicipalityKeys(
        KeyId id,
        CvSigner signer,
        CvCertificate formInput,
        CvCertificate cardFace,
        CvCertificate upper,
        CvCertificate lower) {}
