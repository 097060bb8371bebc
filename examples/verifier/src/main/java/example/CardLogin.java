package example;

import java.net.URI;
import java.nio.file.*;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.*;
import org.openmyna.kernel.Language;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.verifier.*;

/** Arguments: authority.cer, folder of *.crl, the card's certificate, evidence file to write. */
public final class CardLogin {
    public static void main(String[] files) throws Exception {
        var clock = InstantSource.system();
        var nonces = new InMemoryNonceStore(100, clock);
        var lists = new RevocationLists();
        lists.addFrom(Path.of(files[1]));
        LoginVerifier verifier =
                VerifierBuilder.testOnly()
                        .trust(CaCertificate.parse(Files.readAllBytes(Path.of(files[0]))))
                        .status(lists)
                        .clock(clock)
                        .logins("https://platform.localhost:8080", nonces, new SecureRandom());
        var back = URI.create("https://bank.localhost:8080/callback");
        var challenge = verifier.issueChallenge(new LoginRequest("demo-bank", back, "口座へのログイン"));
        System.out.println(
                HexFormat.of().formatHex(challenge.digestInfo())); // for the card to sign
        byte[] answer = HexFormat.of().parseHex(new Scanner(System.in).nextLine());
        switch (verifier.verify(challenge, Files.readAllBytes(Path.of(files[2])), answer)) {
            case LoginVerdict.Accepted accepted -> {
                Files.write(Path.of(files[3]), accepted.bundle().bytes());
                System.out.println("welcome, card " + accepted.certificate().serial());
            }
            case LoginVerdict.Refused(var no, var at, var checks) ->
                    System.out.println(no.code() + " " + no.text(Language.ENGLISH));
        }
    }
}
