package org.openmyna.trust.authority;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.openmyna.database.Database;
import org.openmyna.trust.authority.crl.RevocationListPublisher;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.Generations;
import org.openmyna.trust.authority.keys.KeyStorePassword;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.authority.keys.SerialCounter;
import org.openmyna.trust.authority.log.StatusInbox;
import org.openmyna.trust.authority.log.StatusLog;
import org.openmyna.trust.authority.ocsp.OcspResponder;
import org.openmyna.trust.authority.ocsp.ResponderMaker;
import org.openmyna.trust.authority.ocsp.Responders;
import org.openmyna.trust.authority.ocsp.VerifierRegister;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.JpkiProfile;

/** Puts together what the two CAs of a country are made of. */
record Parts(
        boolean mayWrite,
        Engine engine,
        Ceremony ceremony,
        IssuingDesk desk,
        Map<CaKind, SerialBlocks> serials,
        OcspResponder ocsp,
        RevocationListPublisher lists,
        VerifierRegister verifiers) {
    private static final String ORGANISATION = "authority";
    private static final int CONNECTIONS = 12;
    private static final String VAULT = "keys";
    private static final String SNAPSHOT = "status-index";
    private static final String LISTS = "lists";
    private static final String RESPONDER_SECRET = "responder.secret";

    static Parts writing(
            Database database,
            Path folder,
            AuthoritySettings settings,
            InstantSource legalTime,
            SecureRandom random,
            KeyStorePassword password) {
        DataSource source = database.open(ORGANISATION, CONNECTIONS);
        KeyVault vault = KeyVault.pkcs12(folder.resolve(VAULT), password, random);
        return new Assembly(source, folder, settings, vault, legalTime, random).parts(true);
    }

    static Parts reading(
            Database database,
            Path folder,
            AuthoritySettings settings,
            InstantSource legalTime,
            SecureRandom random) {
        DataSource source = database.open(ORGANISATION, CONNECTIONS);
        KeyVault vault =
                KeyVault.pkcs12(folder.resolve(VAULT), KeyStorePassword.besideTheKey(), random);
        return new Assembly(source, folder, settings, vault, legalTime, random).parts(false);
    }

    /** What everything is made from. */
    private record Assembly(
            DataSource database,
            Path folder,
            AuthoritySettings settings,
            KeyVault vault,
            InstantSource legalTime,
            SecureRandom random) {
        Parts parts(boolean mayWrite) {
            StatusInbox inbox = new StatusInbox();
            LegalDates dates = new LegalDates(legalTime, lastDate(inbox));
            Generations generations = new Generations(database);
            if (mayWrite) new RestoredCounter(database).lift(generations.all());
            StatusBooks books = books(dates);
            JpkiProfile profile = new JpkiProfile(settings.hierarchy(), settings.addresses());
            LintedProfile linted = new LintedProfile(settings, profile, vault);
            Engine engine =
                    new Engine(
                            database,
                            settings,
                            generations,
                            dates,
                            new GroupCommit(new Transaction(database, inbox, dates), books::wake),
                            books);
            Map<CaKind, SerialBlocks> serials = serials(generations);
            VerifierRegister verifiers = new VerifierRegister(database, dates::now);
            Responders responders =
                    mayWrite
                            ? Responders.making(
                                    database,
                                    generations,
                                    folder.resolve(RESPONDER_SECRET),
                                    new ResponderMaker(
                                            profile, vault, each -> next(serials, each), random),
                                    random)
                            : Responders.reading(
                                    database,
                                    generations,
                                    folder.resolve(RESPONDER_SECRET),
                                    random);
            return new Parts(
                    mayWrite,
                    engine,
                    new Ceremony(
                            database,
                            settings,
                            generations,
                            vault,
                            linted,
                            inbox,
                            dates,
                            random,
                            books::wake),
                    new IssuingDesk(linted, dates, random),
                    serials,
                    new OcspResponder(
                            generations,
                            books.index(),
                            books.follower(),
                            responders,
                            verifiers,
                            settings.ocsp(),
                            dates::now),
                    new RevocationListPublisher(
                            database,
                            generations,
                            vault,
                            books.log(),
                            settings.lists(),
                            folder.resolve(LISTS),
                            dates::now),
                    verifiers);
        }

        private Instant lastDate(StatusInbox inbox) {
            try (Connection connection = database.getConnection()) {
                return inbox.lastDate(connection);
            } catch (SQLException failed) {
                throw new AuthorityDatabaseFailed(failed);
            }
        }

        private StatusBooks books(LegalDates dates) {
            LogKey key = LogKey.of(database, vault);
            StatusLog log = new StatusLog(database, key.signer(), key.publicKey(), dates::now);
            return new StatusBooks(database, log, folder.resolve(SNAPSHOT), dates::now);
        }

        private Map<CaKind, SerialBlocks> serials(Generations generations) {
            SerialCounter counter = new SerialCounter(database);
            Map<CaKind, SerialBlocks> serials = new EnumMap<>(CaKind.class);
            for (CaKind ca : CaKind.values()) {
                serials.put(ca, new SerialBlocks(ca, counter, random, generations::refresh));
            }
            return serials;
        }
    }

    private static CertificateSerial next(
            Map<CaKind, SerialBlocks> serials, Generation generation) {
        return of(serials, generation.ca()).next(generation);
    }

    SerialBlocks serials(CaKind ca) {
        return of(serials, ca);
    }

    private static SerialBlocks of(Map<CaKind, SerialBlocks> serials, CaKind ca) {
        SerialBlocks blocks = serials.get(ca);
        if (blocks == null) throw new IllegalStateException("every CA has serials");
        return blocks;
    }

    /** Background work, ended in the opposite order. */
    AutoCloseable start() {
        List<AutoCloseable> started = new ArrayList<>();
        if (mayWrite) started.addFirst(engine.books().log().start());
        started.addFirst(engine.books().follower().start());
        started.addFirst(ocsp.start());
        if (mayWrite) started.addFirst(lists.start());
        return () -> {
            for (AutoCloseable each : started) each.close();
        };
    }
}
