package org.openmyna.card.applets;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/** The terminal's side of secure messaging (reference 4.10), with the algorithms of the JDK. */
final class SecureClient {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final TestCard card;
    private final SecretKeySpec key;
    private int counter;

    private SecureClient(TestCard card, byte[] seed) {
        this.card = card;
        this.key = new SecretKeySpec(seed, 0, 16, "AES");
    }

    /** Delivers the seed; the answer has to be 9000. */
    static SecureClient start(TestCard card, RSAPublicKey key, byte[] seed) {
        Personalisation.accepted(card, delivery(encrypted(message(seed), key)));
        return new SecureClient(card, seed);
    }

    /** The seed was delivered already, and no protected command since. */
    static SecureClient resumed(TestCard card, byte[] seed) {
        return new SecureClient(card, seed);
    }

    /** {@code A0 22 80 20 seed}. */
    static byte[] message(byte[] seed) {
        return HEX.parseHex("A0228020" + HEX.formatHex(seed));
    }

    static String delivery(byte[] cryptogram) {
        return "80AE0000" + "00%04X".formatted(cryptogram.length) + HEX.formatHex(cryptogram);
    }

    /** RSA-OAEP with SHA-256; the result is below the modulus. */
    static byte[] encrypted(byte[] message, RSAPublicKey key) {
        return oaep(message, key, PSource.PSpecified.DEFAULT);
    }

    static byte[] oaep(byte[] message, RSAPublicKey key, PSource label) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    key,
                    new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, label));
            return cipher.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** VERIFY or SELECT with encrypted data; returns the answer. */
    String send(String header, String data) {
        String object = "01" + HEX.formatHex(aes(Cipher.ENCRYPT_MODE, padded(HEX.parseHex(data))));
        return protectedCommand(header, object("86", object), "");
    }

    /** READ BINARY; returns the file in the clear and the status word. */
    String read(String p1p2, int wanted, String outerLe) {
        String answer = protectedCommand("08B0" + p1p2, "960300%04X".formatted(wanted), outerLe);
        if (answer.length() == 4) {
            return answer;
        }
        return HEX.formatHex(opened(HEX.parseHex(answer.substring(0, answer.length() - 4))))
                + answer.substring(answer.length() - 4);
    }

    /** Any object in a command that counts. */
    String protectedCommand(String header, String object, String outerLe) {
        int length = object.length() / 2;
        String lc = outerLe.length() > 2 ? "00%04X" : "%02X";
        String answer = card.send(header + lc.formatted(length) + object + outerLe);
        counter++;
        return answer;
    }

    private byte[] opened(byte[] object) {
        int at = object[1] >= 0 ? 2 : object[1] == (byte) 0x81 ? 3 : 4;
        int length = new BigInteger(1, Arrays.copyOfRange(object, at == 2 ? 1 : 2, at)).intValue();
        if (object[0] != (byte) 0x86 || object.length != at + length || object[at] != 1) {
            throw new AssertionError("no object 86: " + HEX.formatHex(object));
        }
        counter--;
        byte[] plain = aes(Cipher.DECRYPT_MODE, Arrays.copyOfRange(object, at + 1, object.length));
        counter++;
        int end = plain.length - 1;
        while (plain[end] == 0) {
            end--;
        }
        if (plain[end] != (byte) 0x80) {
            throw new AssertionError("no padding: " + HEX.formatHex(plain));
        }
        return Arrays.copyOf(plain, end);
    }

    static String object(String tag, String value) {
        int length = value.length() / 2;
        String coded = length < 128 ? "%02X" : length < 256 ? "81%02X" : "82%04X";
        return tag + coded.formatted(length) + value;
    }

    byte[] aes(int mode, byte[] blocks) {
        try {
            Cipher ecb = Cipher.getInstance("AES/ECB/NoPadding");
            ecb.init(Cipher.ENCRYPT_MODE, key);
            byte[] number = Arrays.copyOf(new byte[12], 16);
            number[14] = (byte) (counter + 1 >> 8);
            number[15] = (byte) (counter + 1);
            Cipher cbc = Cipher.getInstance("AES/CBC/NoPadding");
            cbc.init(mode, key, new IvParameterSpec(ecb.doFinal(number)));
            return cbc.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] padded(byte[] data) {
        var padded = new ByteArrayOutputStream();
        padded.writeBytes(data);
        padded.write(0x80);
        while (padded.size() % 16 != 0) {
            padded.write(0);
        }
        return padded.toByteArray();
    }
}
