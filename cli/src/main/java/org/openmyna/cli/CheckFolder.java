package org.openmyna.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.CertificateRecord;
import org.openmyna.trust.authority.CertificateSearch;
import org.openmyna.trust.authority.crl.PublishedList;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.log.LogHead;
import org.openmyna.trust.authority.ocsp.OcspCaller;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.OcspRequest;

/** What the independent checker reads, in a folder: everything that verifiers are told. */
final class CheckFolder {
    private final Path folder;

    CheckFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes everything anew.
     *
     * @param answers at most so many OCSP answers a generation
     */
    void fill(Authorities authorities, int answers) {
        empty();
        for (PublishedList list : authorities.lists().publishAll()) {
            keep(list.name(), OutputFile.read(list.file()));
        }
        for (Generation generation : authorities.generations().all()) {
            keep(generation.id() + ".cer", generation.certificate().der());
        }
        for (CaKind kind : CaKind.values()) {
            if (authorities.isEstablished(kind)) answers(authorities, kind, answers);
        }
        // last: the head must be as new as everything that it is compared with
        AuthorityLog.write(authorities.log(), folder.resolve("log.txt"));
        LogHead head = authorities.log().signHead();
        keep("head.txt", AuthorityLog.text(head.text()));
        keep(
                "log-key.pem",
                CertificateForm.pem("PUBLIC KEY", authorities.log().publicKey().getEncoded()));
    }

    private void answers(Authorities authorities, CaKind kind, int most) {
        var found = authorities.authority(kind).search(CertificateSearch.all().atMost(most));
        for (CertificateRecord record : found) {
            Generation generation =
                    authorities.generations().byId(record.generation()).orElseThrow();
            keep(
                    generation.id() + "-" + record.serial() + ".ocsp",
                    answer(authorities, generation, record.serial()));
        }
    }

    private static byte[] answer(
            Authorities authorities, Generation generation, CertificateSerial serial) {
        var _ = authorities.log().catchUp();
        var _ = authorities.follower().follow();
        CertId id = CertId.of(HashAlgorithm.SHA_1, generation.certificate(), serial);
        byte[] request = OcspRequest.of(List.of(id)).der();
        return authorities.ocsp().answer(request, new OcspCaller.Anonymous()).der();
    }

    private void empty() {
        File[] old =
                folder.toFile().listFiles((_, name) -> name.matches(".*\\.(cer|crl|ocsp|txt|pem)"));
        if (old != null) Arrays.stream(old).forEach(File::delete);
    }

    private void keep(String name, byte[] content) {
        OutputFile.write(folder.resolve(name), content);
    }
}
