package org.openmyna.server.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Signs ID tokens with the vault's key; Spring's own encoder wants the private key in its hand. */
final class IdTokenEncoder implements JwtEncoder {
    private final PlatformKeys keys;

    IdTokenEncoder(PlatformKeys keys) {
        this.keys = keys;
    }

    @Override
    public Jwt encode(JwtEncoderParameters parameters) {
        Map<String, Object> claims = parameters.getClaims().getClaims();
        var set = new JWTClaimsSet.Builder();
        claims.forEach((name, value) ->
                set.claim(name, value instanceof Instant at ? Date.from(at) : value));
        PlatformKeys.Key key = keys.newest(PlatformKeys.Use.ID_TOKEN);
        SignedJWT jwt = signed(key, JOSEObjectType.JWT, set.build());
        return new Jwt(
                jwt.serialize(),
                parameters.getClaims().getIssuedAt(),
                parameters.getClaims().getExpiresAt(),
                jwt.getHeader().toJSONObject(),
                claims);
    }

    static SignedJWT signed(PlatformKeys.Key key, JOSEObjectType type, JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID(key.id()).build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new VaultSigner(key.signer()));
        } catch (JOSEException refused) {
            throw new IllegalStateException(refused);
        }
        return jwt;
    }
}
