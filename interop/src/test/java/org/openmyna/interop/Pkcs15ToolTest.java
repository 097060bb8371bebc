package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.interop.OutsideProgram.PKCS15_TOOL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** OpenSC's PKCS #15 view of the card (card reference 7.3, 7.4). */
class Pkcs15ToolTest {
    @RegisterExtension static final CardInReader READER = new CardInReader();

    @Test
    void the_dump_shows_both_pins_both_keys_and_all_four_certificates() {
        PKCS15_TOOL
                .run("--dump")
                .succeeds()
                .saysInOrder(
                        "PIN [User Authentication PIN]",
                        "ID             : 01",
                        "Tries left     : 3")
                .saysInOrder(
                        "PIN [Digital Signature PIN]", "ID             : 02", "Tries left     : 5")
                .saysInOrder(
                        "Private RSA Key [User Authentication Key]",
                        "sign",
                        "ModLength      : 2048")
                .saysInOrder(
                        "Private RSA Key [Digital Signature Key]",
                        "nonRepudiation",
                        "ModLength      : 2048")
                .saysInOrder(
                        "X.509 Certificate [User Authentication Certificate]",
                        "X.509 Certificate [Digital Signature Certificate]",
                        "X.509 Certificate [User Authentication Certificate CA]",
                        "X.509 Certificate [Digital Signature Certificate CA]")
                .says(
                        encoded(
                                READER.specimen()
                                        .userAuthentication()
                                        .serial()
                                        .value()
                                        .toByteArray()));
    }

    @Test
    void the_pins_are_listed_with_their_lengths_and_tries() {
        PKCS15_TOOL
                .run("--list-pins")
                .succeeds()
                .saysInOrder(
                        "[User Authentication PIN]", "min_len:4, max_len:4", "Tries left     : 3")
                .saysInOrder(
                        "[Digital Signature PIN]", "min_len:6, max_len:16", "Tries left     : 5");
    }

    @Test
    void the_free_certificates_are_read_byte_for_byte() {
        Specimen specimen = READER.specimen();
        assertThat(certificate("1")).isEqualTo(specimen.userAuthentication().der());
        assertThat(certificate("3")).isEqualTo(specimen.userAuthenticationCa().der());
        assertThat(certificate("4")).isEqualTo(specimen.signatureCa().der());
    }

    @Test
    void the_signature_certificate_takes_the_signature_password() {
        PKCS15_TOOL.run("--read-certificate", "2").fails().doesNotSay("BEGIN CERTIFICATE");
        assertThat(certificate("2", "--verify-pin", "--auth-id", "2", "--pin", Country.PASSWORD))
                .isEqualTo(READER.specimen().signature().der());
    }

    private static byte[] certificate(String id, String... more) {
        Object[] arguments = new Object[2 + more.length];
        arguments[0] = "--read-certificate";
        arguments[1] = id;
        System.arraycopy(more, 0, arguments, 2, more.length);
        Run run = PKCS15_TOOL.run(arguments).succeeds();
        var certificates = Pem.certificatesIn(run.output());
        assertThat(certificates).as(run.toString()).hasSize(1);
        return certificates.getFirst();
    }

    /** DER of a short INTEGER in the way that OpenSC prints it. */
    private static String encoded(byte[] integer) {
        return "02 %02X %s"
                .formatted(
                        integer.length,
                        java.util.HexFormat.of().withUpperCase().formatHex(integer));
    }
}
