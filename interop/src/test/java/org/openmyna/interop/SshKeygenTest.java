package org.openmyna.interop;

import static org.openmyna.interop.OutsideProgram.SSH_KEYGEN;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** OpenSSH sees the login key through OpenSC's module. */
class SshKeygenTest {
    @RegisterExtension static final CardInReader READER = new CardInReader();

    @Test
    void the_login_key_is_listed_as_an_ssh_key_and_the_signature_key_is_not() throws Exception {
        Specimen specimen = READER.specimen();
        SSH_KEYGEN
                .run("-D", OutsideProgram.opensc_pkcs11_module())
                .succeeds()
                .says(
                        rfc4253_6_6(specimen.userAuthentication().publicKey())
                                + " User Authentication Public Key")
                .doesNotSay(rfc4253_6_6(specimen.signature().publicKey()));
    }

    /** RFC 4253 6.6: string "ssh-rsa", mpint e, mpint n. */
    private static String rfc4253_6_6(PublicKey certified) throws IOException {
        var key = (RSAPublicKey) certified;
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        for (byte[] part :
                new byte[][] {
                    "ssh-rsa".getBytes(StandardCharsets.US_ASCII),
                    key.getPublicExponent().toByteArray(),
                    key.getModulus().toByteArray()
                }) {
            out.writeInt(part.length);
            out.write(part);
        }
        return "ssh-rsa " + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
