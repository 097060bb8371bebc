package org.openmyna.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.KeyPool;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.issuer.Applicant;
import org.openmyna.card.issuer.CardIssuer;
import org.openmyna.card.issuer.CardPins;
import org.openmyna.card.issuer.CardValidity;
import org.openmyna.card.issuer.face.FacePhoto;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.javacard.KeyPairSource;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.reader.TrustedCvAuthorities;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Pin;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.kernel.Sex;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.IssuingOffice;

/** Cards of 試験 一郎 at a fixed legal time, each with the PIN 1234. Made once in a test run. */
final class Town {
    static final String PIN = "1234";
    static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    private static final LocalDate BORN = LocalDate.of(1985, 3, 7);
    private static final List<Town> ONLY = new ArrayList<>();

    private final SecureRandom random = new SecureRandom();
    private final KeyPairSource pairs = new FewPairs(random);
    private final Path folder = newFolder();
    private final CardIssuer issuer;

    static synchronized Town get() {
        if (ONLY.isEmpty()) ONLY.add(new Town());
        return ONLY.getFirst();
    }

    private Town() {
        var database = Database.at(TemporaryDatabase.freshUrl());
        var authorities =
                Authorities.open(
                        database,
                        folder.resolve("authority"),
                        AuthoritySettings.sandbox(),
                        InstantSource.fixed(NOW),
                        random);
        issuer =
                new CardIssuer(
                        authorities.established(CaKind.SIGNATURE),
                        authorities.established(CaKind.USER_AUTHENTICATION),
                        IssuerKeys.establish(folder.resolve("issuer"), random),
                        random);
    }

    static Path newFolder() {
        try {
            return Files.createTempDirectory("openmyna-agent");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** For checks of what a card proves. */
    TrustedCvAuthorities trusted() {
        return IssuerKeys.trustedBy(folder.resolve("issuer"));
    }

    /** A card that is gone with the test. */
    VirtualCard newCard() {
        VirtualCard chip = VirtualCard.inMemory(pairs, random);
        personalise(chip.channel());
        return chip;
    }

    /** A card in the drawer of this folder. */
    void layCard(Path data, String name) {
        var drawer = new CardDrawer(data.resolve("cards"));
        drawer.make(new CardName(name), pairs, random, this::personalise);
    }

    private boolean personalise(CardChannel blank) {
        var ichiro =
                new Applicant(
                        new FourItems(
                                PersonName.of("試験", "一郎"),
                                Address.parse("兵庫県姫路市安田四丁目９９９９番地"),
                                JapaneseDate.of(BORN),
                                Sex.MALE),
                        new MyNumber("994471615639"),
                        new ResidentRecordCode("40610267710"),
                        IssuingOffice.known(MunicipalityCode.parse("282014")).orElseThrow(),
                        FacePhoto.specimen(1),
                        CardValidity.lastDay(BORN, LocalDate.of(2026, 11, 23)));
        try (Pin pin = Pin.fourDigits(PIN.toCharArray())) {
            issuer.personalise(blank, ichiro, CardPins.loginOnly(pin));
        }
        return true;
    }

    /** Making a pair takes long; in tests a pair may come back on another card. */
    private static final class FewPairs implements KeyPairSource {
        private static final int MOST = 13;

        private final KeyPool maker;
        private final List<KeyPair> made = new ArrayList<>();
        private int next;

        FewPairs(SecureRandom random) {
            maker = new KeyPool(0, 1, random, NativeCrypto.provider());
        }

        @Override
        public synchronized KeyPair take(int bits) {
            if (made.size() < MOST) made.add(maker.take(bits));
            return made.get(next++ % MOST);
        }
    }
}
