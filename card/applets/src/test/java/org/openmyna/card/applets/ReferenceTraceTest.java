package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What OpenSC and jpki/myna send, and what a real card answers to it (card protocol reference 7.1
 * to 7.7, appendix A).
 */
class ReferenceTraceTest {

    private static final String BIND =
            """
            00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01     → 9000
            00 A4 02 0C 02 00 18                              → 9000
            00 20 00 80                                       → 63 C3
            00 A4 02 0C 02 00 1B                              → 9000
            00 20 00 80                                       → 63 C5
            """;

    @ParameterizedTest
    @EnumSource
    void probes_for_other_cards_never_succeed(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 A4 04 0C 07 A0 00 00 01 51 00 00                              → 9000
                00 A4 04 00 07 62 76 01 FF 00 00 00                              → 6A82
                00 A4 04 00 06 A0 00 00 00 01 01                                 → 6A82
                00 A4 04 00 0B E8 2B 06 01 04 01 81 C3 1F 02 01 00               → 6A82
                00 A4 04 0C 0F D2 33 00 00 00 45 73 74 45 49 44 20 76 33 35      → 6A82
                00 CA DF 30 05                                                   → 6A88
                00 CB 3F FF 03 5C 01 7E 08                                       → 6D00
                00 A4 04 00 09 A0 00 00 03 08 00 00 10 00 00                     → 6A82
                00 A4 04 0C 07 A0 00 00 01 16 DB 00 00                           → 6A82
                00 A4 04 0C 07 A0 00 00 00 79 10 00 00                           → 6A82
                00 A4 04 00 0C F2 76 A2 88 BC FB A6 9D 34 F3 10 01               → 6A82
                00 A4 04 00 09 A0 00 00 03 97 42 54 46 59 00                     → 6A82
                00 A4 04 00 06 D2 76 00 01 24 01 00                              → 6A82
                00 A4 00 00                                                      → 6A86
                00 A4 00 0C 02 3F 00                                             → 6A82
                00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01                     → 9000
                00 A4 00 00                                                      → 9000
                """);
    }

    @ParameterizedTest
    @EnumSource
    void pkcs15_bind_finds_both_pins_with_all_their_tries(Machine machine) {
        Trace.replay(machine.personalised(), BIND);
    }

    @ParameterizedTest
    @EnumSource
    void pkcs15_dump_reads_the_free_certificates_and_is_refused_the_signature_certificate(
            Machine machine) {
        TestCard card = machine.personalised();
        Trace.replay(card, BIND);
        readWithOpenSc(card, "000A", Personalisation.USER_AUTHENTICATION_CERTIFICATE);
        Trace.replay(
                card,
                """
                00 A4 02 0C 02 00 01        → 9000
                00 B0 00 00 04              → 69 82
                """);
        readWithOpenSc(card, "000B", Personalisation.USER_AUTHENTICATION_CA_CERTIFICATE);
        readWithOpenSc(card, "0002", Personalisation.SIGNATURE_CA_CERTIFICATE);
    }

    @ParameterizedTest
    @EnumSource
    void pkcs11_tool_lists_the_slots(Machine machine) {
        TestCard card = machine.personalised();
        Trace.replay(card, BIND);
        readWithOpenSc(card, "000A", Personalisation.USER_AUTHENTICATION_CERTIFICATE);
        Trace.replay(card, "00 A4 02 0C 02 00 01 → 9000\n00 B0 00 00 04 → 69 82");
        readWithOpenSc(card, "000A", Personalisation.USER_AUTHENTICATION_CERTIFICATE);
        readWithOpenSc(card, "000B", Personalisation.USER_AUTHENTICATION_CA_CERTIFICATE);
        readWithOpenSc(card, "0002", Personalisation.SIGNATURE_CA_CERTIFICATE);
        Trace.replay(
                card,
                """
                00 A4 02 0C 02 00 18        → 9000
                00 20 00 80                 → 63 C3
                00 A4 02 0C 02 00 1B        → 9000
                00 20 00 80                 → 63 C5
                """);
    }

    @ParameterizedTest
    @EnumSource
    void pkcs11_tool_signs_with_the_user_authentication_key(Machine machine) throws Exception {
        TestCard card = machine.blank();
        RSAPublicKey key = personalise(card, "0017");
        Trace.replay(
                card,
                """
                00 A4 02 0C 02 00 18        → 9000
                00 20 00 80                 → 63 C3
                00 A4 02 0C 02 00 18        → 9000
                00 20 00 80                 → 63 C3
                00 A4 02 0C 02 00 18        → 9000
                00 20 00 80 04 31 32 33 34  → 9000
                00 A4 02 0C 02 00 17        → 9000
                """);
        signs(card, key);
        Trace.replay(
                card,
                """
                00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01     → 9000
                00 A4 02 0C 02 00 17                              → 9000
                80 2A 00 80 01 00 00                              → 6982
                """);
    }

    @ParameterizedTest
    @EnumSource
    void pkcs11_tool_signs_with_the_signature_key_and_verifies_twice(Machine machine)
            throws Exception {
        TestCard card = machine.blank();
        RSAPublicKey key = personalise(card, "001A");
        Trace.replay(
                card,
                """
                00 A4 02 0C 02 00 1B              → 9000
                00 20 00 80                       → 63 C5
                00 20 00 80 06 41 42 43 31 32 33  → 9000
                00 20 00 80                       → 63 C5
                00 A4 02 0C 02 00 01              → 9000
                00 B0 00 00 04                    → 30 82 07 05 9000
                00 A4 02 0C 02 00 1B              → 9000
                00 20 00 80 06 41 42 43 31 32 33  → 9000
                00 A4 02 0C 02 00 1A              → 9000
                """);
        signs(card, key);
        signs(card, key);
    }

    @ParameterizedTest
    @EnumSource
    void jpki_myna_checks_the_label_reads_a_certificate_and_changes_a_pin(Machine machine) {
        TestCard card = machine.personalised();
        Trace.replay(
                card,
                """
                00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01  → 9000
                00 A4 02 0C 02 00 06                          → 9000
                00 B0 00 00 20 → 4A504B494150494343544F4B454E32 2020202020202020202020202020202020 9000
                00 A4 02 0C 02 00 0A                          → 9000
                00 B0 00 00 07                                → 30 82 05 FD 03 03 03 9000
                00 B0 00 07 00                                → … 9000
                00 B0 06 00 00                                → 03 FF … 9000
                00 A4 02 0C 02 00 18                          → 9000
                00 20 00 80 04 31 32 33 34                    → 9000
                00 24 01 80 04 39 38 37 36                    → 9000
                00 20 00 80 04 31 32 33 34                    → 63 C2
                00 20 00 80 04 39 38 37 36                    → 9000
                """);
    }

    private static RSAPublicKey personalise(TestCard card, String keyFile) {
        Personalisation.accepted(card, TestCard.SELECT_JPKI);
        Personalisation.accepted(
                card, "0024019804" + TestCard.PIN, "0024019B06" + TestCard.PASSWORD);
        RSAPublicKey key = Personalisation.makeKey(card, keyFile);
        Personalisation.writeFiles(card);
        Personalisation.close(card);
        return key;
    }

    /** The DigestInfo of SHA-256 as every client sends it. */
    private static void signs(TestCard card, RSAPublicKey key) throws Exception {
        String command =
                "80 2A 00 80 33 30 31 30 0D 06 09 60 86 48 01 65 03 04 02 01 05 00 04 20"
                        + "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD 00";
        byte[] answer = card.transmit(TestCard.bytes(command));
        assertThat(answer).hasSize(258);
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(key);
        check.update("abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(check.verify(Arrays.copyOf(answer, 256))).isTrue();
    }

    private static void readWithOpenSc(TestCard card, String file, byte[] certificate) {
        Personalisation.accepted(card, "00A4020C02" + file);
        String hex = HexFormat.of().withUpperCase().formatHex(certificate);
        assertThat(card.send("00B0000004")).isEqualTo(hex.substring(0, 8) + "9000");
        for (int at = 0; at < certificate.length; at += 256) {
            int end = Math.min(certificate.length, at + 256);
            String read = "00B0%04X%02X".formatted(at, (end - at) & 0xFF);
            assertThat(card.send(read)).isEqualTo(hex.substring(2 * at, 2 * end) + "9000");
        }
    }
}
