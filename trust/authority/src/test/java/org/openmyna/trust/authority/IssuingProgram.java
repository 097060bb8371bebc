package org.openmyna.trust.authority;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/**
 * A program to be killed: opens an authority and takes requests through their steps in three
 * threads, telling each answer as it gets it. It never ends by itself.
 */
final class IssuingProgram {
    private static final ReentrantLock TELLING = new ReentrantLock();

    private IssuingProgram() {}

    /** URL of the database, folder of the authority, file of a request. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        byte[] request = Files.readAllBytes(Path.of(arguments[2]));
        var application = Sandbox.login(CertificationRequest.parse(request), Sandbox.himeji());
        var sandbox = new Sandbox(new QuickDatabase(arguments[0]), Path.of(arguments[1]));
        var ca = sandbox.open().authority(CaKind.USER_AUTHENTICATION);
        var tell = new FileOutputStream(FileDescriptor.out);
        Thread[] counters = new Thread[3];
        for (int n = 0; n < counters.length; n++) {
            counters[n] = Thread.ofPlatform().start(() -> work(ca, application, tell));
        }
        for (Thread counter : counters) counter.join();
    }

    private static void work(
            CertificationAuthority ca,
            UserAuthenticationCertificateApplication application,
            FileOutputStream tell) {
        while (true) {
            Reservation wish = Sandbox.somebody();
            RequestId id = wish.request();
            ca.reserve(wish);
            say(tell, "reserved " + id);
            JpkiCertificate certificate = ca.certify(id, application);
            say(tell, "certified " + id + " " + certificate.serial());
            ca.written(id);
            say(tell, "written " + id);
            ca.activate(id);
            say(tell, "active " + id);
            if (certificate.serial().value().intValue() % 3 == 0) {
                ca.revoke(certificate.serial(), RevocationReason.SUPERSEDED);
                say(tell, "revoked " + id);
            }
        }
    }

    private static void say(FileOutputStream tell, String what) {
        TELLING.lock();
        try {
            tell.write((what + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException nobodyListens) {
            Runtime.getRuntime().halt(1);
        } finally {
            TELLING.unlock();
        }
    }
}
