package org.openmyna.server.cards;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.OpenMynaServer;
import org.openmyna.server.RunningServer;
import org.openmyna.server.ServerSettings;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.calls.Call;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.server.cards.api.ResidentChanged;
import org.openmyna.server.cards.api.ResidentChanged.Ends;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.trust.authority.CertificateRecord;
import org.openmyna.trust.authority.CertificateSearch;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.IssuingState;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/** A server with both authorities, a register, numbers, and card management, at a legal time. */
final class CardsTown implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-23T03:00:00.123456789Z");

    final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    final Path folder = newFolder();
    final String databaseUrl = TemporaryDatabase.freshUrl();
    final FewKeys chipKeys = FewKeys.make(folder.resolve("pairs"));
    final TestRegister register = new TestRegister(1);
    final TestNumbers numbers = new TestNumbers();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final RunningServer server =
            OpenMynaServer.start(
                    ServerSettings.in(folder)
                            .withPort(0)
                            .withDatabase(databaseUrl)
                            .withLegalTime(clock::get));
    private final IssuerRoom issuerRoom =
            new IssuerRoom(issuer(), new SecureRandom(), Instant::now);
    private final Database database = Database.at(databaseUrl);
    final DataSource schema = database.open("cards", 8);

    /** One that many tests use, each with people of its own; ends with the program. */
    static CardsTown shared() {
        return Shared.TOWN;
    }

    private static final class Shared {
        static final CardsTown TOWN = new CardsTown();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("openmyna-cards");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Card management as one program has it. */
    Cards cards(Watch watch) {
        return new Cards(needs(), chipKeys, new SecureRandom(), meters, watch);
    }

    CardService desk() {
        return cards(step -> {}).desk();
    }

    /** With a register that is none of ours. */
    CardService deskBeside(ResidentService register) {
        return new Cards(needs(register), chipKeys, new SecureRandom(), meters, step -> {}).desk();
    }

    CardsNeeds needs() {
        return needs(register);
    }

    private CardsNeeds needs(ResidentService register) {
        return new CardsNeeds(
                schema,
                folder,
                server.authorities(),
                () -> server.desks(CertificateService.class).desk(Organisation.CARDS),
                () -> register,
                () -> numbers,
                legalTime(),
                IssuingOffice::known);
    }

    InstantSource legalTime() {
        return clock::get;
    }

    static Call call() {
        return call(UUID.randomUUID().toString());
    }

    static Call call(String key) {
        return new Call(key, Instant.now().plusSeconds(60));
    }

    static Call hurry(Duration patience) {
        return new Call(UUID.randomUUID().toString(), Instant.now().plus(patience));
    }

    /** As the register does; the key of the call is that of the news. */
    static void tell(CardService desk, Call call, ResidentChanged change) {
        desk.residentsChanged(call, List.of(new ResidentChanged.Named(call.key(), change)));
    }

    ResidentChanged changed(long person, Ends ends, Instant since) {
        RevocationReason reason =
                ends == Ends.BOTH
                        ? RevocationReason.CESSATION_OF_OPERATION
                        : RevocationReason.AFFILIATION_CHANGED;
        return new ResidentChanged(register.code(person), ends, reason, since);
    }

    CardDrawer drawer() {
        return new CardDrawer(folder.resolve("cards"));
    }

    Path issuer() {
        return folder.resolve("issuer");
    }

    VirtualCard open(MadeCard card) {
        return drawer().open(new CardName(card.name()), chipKeys, new SecureRandom());
    }

    CertificationAuthority authority(CaKind ca) {
        return server.authorities().authority(ca);
    }

    HolderId holder(long person) {
        return holder(register.code(person));
    }

    HolderId holder(ResidentRecordCode code) {
        return issuerRoom.names(call().deadline()).of(code);
    }

    /** Every certificate of this person that verifiers are told is good. */
    List<JpkiCertificate> good(CaKind ca, long person) {
        return good(ca, holder(person));
    }

    List<JpkiCertificate> good(CaKind ca, HolderId holder) {
        return all(ca).stream()
                .filter(each -> each.holder().equals(holder))
                .filter(each ->
                        authority(ca).statusOf(each.serial()) instanceof CertificateStatus.Good)
                .map(each -> authority(ca).certificateOf(each.serial()).orElseThrow())
                .toList();
    }

    private List<CertificateRecord> all(CaKind ca) {
        return authority(ca).search(CertificateSearch.all().in(IssuingState.ACTIVE).atMost(1_000));
    }

    /** Nothing of this person's is under way at an authority. */
    boolean nothingIsUnderWay(long person) {
        HolderId holder = holder(person);
        return List.of(CaKind.values()).stream()
                .allMatch(ca -> authority(ca).pendingOf(holder).isEmpty());
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
