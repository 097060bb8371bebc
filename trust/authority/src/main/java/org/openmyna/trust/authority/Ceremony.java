package org.openmyna.trust.authority;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.ContentSignature;
import org.openmyna.trust.profile.JpkiProfile;
import org.openmyna.trust.profile.ValidityRule;

/** Makes an authority in a directory, and opens one that was made. */
final class Ceremony {
    private static final CertificateSerial FIRST = CertificateSerial.of(1);

    private final Path directory;
    private final AuthoritySettings settings;
    private final KeyStorePassword password;

    Ceremony(Path directory, AuthoritySettings settings, KeyStorePassword password) {
        this.directory = directory;
        this.settings = settings;
        this.password = password;
    }

    /** An authority whose directory is locked, whose ledger was read and whose key is at hand. */
    record Opened(
            Premises premises, Ledger ledger, Register register, ContentSignature signature) {}

    void establish(CaKind kind, Instant now, SecureRandom random) {
        try (Premises premises = Premises.establish(directory)) {
            KeyPair pair = KeyFile.generate(random);
            CaCertificate certificate =
                    new JpkiProfile(settings.hierarchy(), settings.addresses())
                            .selfSigned(
                                    kind,
                                    new JpkiProfile.Common(
                                            FIRST,
                                            ValidityRule.certificationAuthority(now),
                                            (RSAPublicKey) pair.getPublic()),
                                    ContentSignature.with(pair.getPrivate()));
            char[] secret = password.establish(premises.password(), random);
            premises.key().store(pair.getPrivate(), certificate, secret);
            Arrays.fill(secret, '\0');
            // last: with the ledger the authority exists, without it nothing was promised
            FileLedger.create(
                    premises.ledger(),
                    List.of(
                            new LedgerEntry.Established(kind, settings.hierarchy()),
                            new LedgerEntry.Generation(certificate)));
        } catch (IOException unusable) {
            throw new AuthorityNotReadable(directory.toString(), unusable);
        }
    }

    Opened open() {
        Premises premises = enter();
        boolean opened = false;
        try {
            Opened authority = read(premises);
            opened = true;
            return authority;
        } catch (IOException unusable) {
            throw new AuthorityNotReadable(directory.toString(), unusable);
        } finally {
            if (!opened) {
                premises.close();
            }
        }
    }

    private Premises enter() {
        try {
            return Premises.enter(directory);
        } catch (IOException unusable) {
            throw new AuthorityNotReadable(directory.toString(), unusable);
        }
    }

    private Opened read(Premises premises) throws IOException {
        Register register = new Register();
        Ledger ledger = FileLedger.open(premises.ledger(), register::apply);
        boolean opened = false;
        try {
            if (register.hierarchy() != settings.hierarchy()) {
                throw new SettingsDoNotFit(directory.toString(), register.hierarchy().toString());
            }
            char[] secret = password.reveal(premises.password());
            ContentSignature signature =
                    ContentSignature.with(premises.key().load(register.authority(), secret));
            Arrays.fill(secret, '\0');
            opened = true;
            return new Opened(premises, ledger, register, signature);
        } finally {
            if (!opened) {
                ledger.close();
            }
        }
    }
}
