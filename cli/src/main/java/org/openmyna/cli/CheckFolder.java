package org.openmyna.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    private static final String MARK = "made-by-openmyna-check";

    private final Path folder;

    CheckFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes everything anew, over what an earlier check left.
     *
     * @param answers at most so many OCSP answers a generation
     * @throws CommandFailed if the folder holds anything else (MYNA-CLI-009)
     */
    void fill(Authorities authorities, int answers) {
        mustBeOurs();
        empty();
        keep(MARK, new byte[0]);
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

    /** What is emptied must not be somebody's folder of keys and letters. */
    private void mustBeOurs() {
        String[] names = folder.toFile().list();
        if (names == null || names.length == 0 || Files.exists(folder.resolve(MARK))) return;
        throw new CommandFailed(
                CommandError.VALUE_UNUSABLE,
                Map.of(
                        "option",
                        "--out",
                        "value",
                        folder,
                        "expected",
                        "空のフォルダーか、前の check のフォルダー / an empty folder, or one of an earlier check"));
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
