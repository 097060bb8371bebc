package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.kernel.NativeCrypto;

/**
 * A login on the virtual card (SELECT, VERIFY, COMPUTE DIGITAL SIGNATURE, five commands in all)
 * beside the provider's bare RSA-2048 signature, on one thread, in turns of a quarter second.
 */
final class CardSign implements Benchmark {
    private static final long TURN_NANOS = 250_000_000;
    private static final int WARM_UP_TURNS = 8;

    @Override
    public String name() {
        return "card-sign";
    }

    @Override
    public String group() {
        return "card";
    }

    @Override
    public List<BenchmarkRow> run(Duration time) {
        try (var specimen = new SpecimenCard();
                VirtualCard card = specimen.open()) {
            byte[][] commands = login();
            Runnable login = () -> logIn(card, commands);
            Runnable bare = bareSignature();
            for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
                rate(bare);
                rate(login);
            }
            int turns = (int) Math.max(4, time.toNanos() / TURN_NANOS);
            double[] bareRates = new double[turns];
            double[] cardRates = new double[turns];
            for (int turn = 0; turn < turns; turn++) {
                bareRates[turn] = rate(bare);
                cardRates[turn] = rate(login);
            }
            return List.of(
                    BenchmarkRow.atLeast(
                            0.80,
                            name(),
                            median(cardRates),
                            "login/s",
                            median(bareRates),
                            "one thread, SELECT + VERIFY + sign; limit: bare RSA-2048 of "
                                    + NativeCrypto.name()
                                    + "; medians of "
                                    + turns
                                    + " turns"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[][] login() {
        byte[] info = DigestInfo.SHA256.ofDigest(new byte[32]);
        return new byte[][] {
            CommandApdu.of(0x00, 0xA4, 0x04, 0x0C, CardApplication.JPKI.aid()).bytes(),
            select(JpkiFile.USER_AUTHENTICATION_PIN),
            CommandApdu.of(0x00, 0x20, 0x00, 0x80, SpecimenCard.PIN).bytes(),
            select(JpkiFile.USER_AUTHENTICATION_KEY),
            new CommandApdu(0x80, 0x2A, 0x00, 0x80, info, CommandApdu.SHORT_MAXIMUM).bytes()
        };
    }

    private static byte[] select(JpkiFile file) {
        byte[] id = {(byte) (file.id() >> 8), (byte) file.id()};
        return CommandApdu.of(0x00, 0xA4, 0x02, 0x0C, id).bytes();
    }

    private static void logIn(VirtualCard card, byte[][] commands) {
        byte[] answer = {};
        for (byte[] command : commands) answer = card.transmit(command);
        if (answer.length != 258) throw new IllegalStateException("the card did not sign");
    }

    private static Runnable bareSignature() throws GeneralSecurityException {
        var provider = NativeCrypto.provider();
        KeyPairGenerator generator =
                provider.isPresent()
                        ? KeyPairGenerator.getInstance("RSA", provider.get())
                        : KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Signature signature =
                provider.isPresent()
                        ? Signature.getInstance("SHA256withRSA", provider.get())
                        : Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        byte[] message = new byte[32];
        return () -> {
            try {
                signature.update(message);
                signature.sign();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }

    private static double rate(Runnable work) {
        long from = System.nanoTime();
        long done = 0;
        long elapsed;
        do {
            work.run();
            done++;
            elapsed = System.nanoTime() - from;
        } while (elapsed < TURN_NANOS);
        return done * 1e9 / elapsed;
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
