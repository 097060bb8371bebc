package org.openmyna.trust.authority;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.ContentSignature;

/** Certificates a second, durable: run {@code main} with the number of callers and seconds. */
final class IssuingSpeed {
    private IssuingSpeed() {}

    public static void main(String[] arguments) throws Exception {
        int callers = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        System.out.println(NativeCrypto.name());
        System.out.printf("bare sign %.0f/s%n", signRate());
        try (var sandbox = new Sandbox();
                Authorities authorities = sandbox.open()) {
            var ca = authorities.established(CaKind.USER_AUTHENTICATION);
            var background = authorities.log().start();
            for (int round = 0; round < 4; round++) {
                AtomicLong done = new AtomicLong();
                long end = System.nanoTime() + seconds * 1_000_000_000L;
                try (var pool = Executors.newFixedThreadPool(callers)) {
                    for (int n = 0; n < callers; n++) {
                        pool.submit(() -> {
                            while (System.nanoTime() < end) {
                                ca.issue(Sandbox.somebody(), Sandbox.login());
                                done.incrementAndGet();
                            }
                            return null;
                        });
                    }
                }
                System.out.printf("issued %.0f/s%n", done.get() / (double) seconds);
            }
            background.close();
        }
        System.out.printf("bare sign %.0f/s%n", signRate());
    }

    private static double signRate() {
        ContentSignature key = ContentSignature.with(Sandbox.holderKey().getPrivate());
        byte[] content = new byte[1_200];
        long start = System.nanoTime();
        int count = 0;
        while (System.nanoTime() - start < 2_000_000_000L) {
            key.sign(content);
            count++;
        }
        return count / 2.0;
    }
}
