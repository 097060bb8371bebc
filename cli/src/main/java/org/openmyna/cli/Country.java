package org.openmyna.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.KeyPool;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.issuer.Applicant;
import org.openmyna.card.issuer.CardIssuer;
import org.openmyna.card.issuer.CardPins;
import org.openmyna.card.issuer.FinishedCard;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.card.issuer.IssuerDesk;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.nvm.CardMemory.Durability;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.database.Database;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateMedium;
import org.openmyna.trust.verifier.RevocationLists;
import org.openmyna.trust.verifier.VerifierBuilder;

/**
 * A data directory: the two authorities, founded on first use, and the drawer with the cards. The
 * authorities' database is shared with a server on the same folder, if one runs; it is opened by
 * the first command that needs an authority.
 */
final class Country implements AutoCloseable {
    private static final String AUTHORITY = "authority";

    /** A server has the issuer's keys while it makes a card. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path directory;
    private final InstantSource legalTime;
    private final UnaryOperator<CardChannel> listener;
    private final SecureRandom random = new SecureRandom();
    private final KeyPool keys = new KeyPool(0, 1, random, NativeCrypto.provider());
    private final Optional<String> databaseUrl;
    private @Nullable Database database;
    private @Nullable Authorities authorities;
    private @Nullable IssuerKeys issuerKeys;

    Country(Path directory, InstantSource legalTime) {
        this(directory, Optional.empty(), legalTime, UnaryOperator.identity());
    }

    /**
     * @param databaseUrl of a PostgreSQL that is there; else the folder's own
     * @param listener stands between every card and the command that speaks to it
     */
    Country(
            Path directory,
            Optional<String> databaseUrl,
            InstantSource legalTime,
            UnaryOperator<CardChannel> listener) {
        this.directory = directory;
        this.databaseUrl = databaseUrl;
        this.legalTime = legalTime;
        this.listener = listener;
    }

    /** A channel as commands use it: with whoever listens. */
    CardChannel heard(CardChannel channel) {
        return listener.apply(channel);
    }

    CardDrawer drawer() {
        return drawer(Durability.PROCESS_LOSS);
    }

    CardDrawer drawer(Durability durability) {
        return new CardDrawer(directory.resolve("cards"), durability);
    }

    InstantSource legalTime() {
        return legalTime;
    }

    SecureRandom random() {
        return random;
    }

    Path directory() {
        return directory;
    }

    /** The database of the authorities. */
    Database database() {
        if (database == null) {
            database =
                    databaseUrl
                            .map(Database::at)
                            .orElseGet(() -> Database.embedded(directory.resolve("database")));
        }
        return database;
    }

    /** Both authorities, as far as they were founded. */
    Authorities authorities() {
        if (authorities == null) {
            authorities =
                    Authorities.open(
                            database(),
                            directory.resolve(AUTHORITY),
                            AuthoritySettings.sandbox(),
                            legalTime,
                            random);
        }
        return authorities;
    }

    /** This authority; its founding ceremony is held if there is none yet. */
    CertificationAuthority authority(CaKind kind) {
        return authorities().established(kind);
    }

    /** Powers a card of the drawer on. */
    VirtualCard card(CardName name) {
        return card(name, Durability.PROCESS_LOSS);
    }

    VirtualCard card(CardName name, Durability durability) {
        return drawer(durability).open(name, keys, random);
    }

    /**
     * Makes a card; nothing is left in the drawer if that fails, or is killed half-way.
     *
     * @param signaturePassword empty for a card that only logs in
     */
    IssuedCard makeCard(
            CardName name, Applicant applicant, Pin fourDigits, Optional<Pin> signaturePassword) {
        CardPins pins =
                signaturePassword
                        .map(password -> CardPins.same(fourDigits, password))
                        .orElseGet(() -> CardPins.loginOnly(fourDigits));
        return makeCard(name, applicant, pins);
    }

    /** The same with a PIN of its own for each application. */
    IssuedCard makeCard(CardName name, Applicant applicant, CardPins pins) {
        CardIssuer issuer = issuer();
        // its certificates are good when it lies in the drawer, not before
        return drawer().make(
                        name,
                        keys,
                        random,
                        blank -> {
                            FinishedCard made = issuer.finish(heard(blank), applicant, pins);
                            records().write(name, made.card());
                            return made;
                        })
                .deliver();
    }

    /** Whether the person has living certificates on a card; those of another card end them. */
    boolean hasCertificates(Applicant person) {
        HolderId holder = issuerKeys().holder(person.residentRecordCode());
        return Arrays.stream(CaKind.values())
                .map(this::authority)
                .flatMap(
                        issuer -> issuer.livingCertificateOf(holder).flatMap(issuer::find).stream())
                .anyMatch(each -> each.medium() == CertificateMedium.CARD);
    }

    /** Puts a card without any data into the drawer. */
    void makeBlank(CardName name) {
        var _ = drawer().make(name, keys, random, blank -> true);
    }

    /** Personalises a blank card, wherever it lies. */
    IssuedCard personalise(CardName name, CardChannel blank, Applicant applicant, CardPins pins) {
        FinishedCard made = issuer().finish(blank, applicant, pins);
        records().write(name, made.card());
        return made.deliver();
    }

    private CardIssuer issuer() {
        return new CardIssuer(
                authority(CaKind.SIGNATURE),
                authority(CaKind.USER_AUTHENTICATION),
                issuerKeys(),
                random);
    }

    /** The municipal counter for cards in use. */
    IssuerDesk desk() {
        return new IssuerDesk(
                authority(CaKind.SIGNATURE),
                authority(CaKind.USER_AUTHENTICATION),
                issuerKeys(),
                random);
    }

    /**
     * Looks before the issuer's keys are needed, which would be made otherwise.
     *
     * @throws CommandFailed if another folder issued the card (MYNA-CLI-019)
     */
    void mustHaveIssued(CardChannel card) {
        var _ = records().of(card);
    }

    /** What the issuer knows of its cards. */
    CardRecords records() {
        return new CardRecords(directory.resolve("register"));
    }

    /** Whether the authorities were founded, which the first card does. */
    boolean isFounded() {
        return (databaseUrl.isPresent() || Files.exists(directory.resolve(AUTHORITY)))
                && authorities().isEstablished(CaKind.SIGNATURE)
                && authorities().isEstablished(CaKind.USER_AUTHENTICATION);
    }

    /** A verifier that trusts this country's authorities, with their lists of this moment. */
    VerifierBuilder verifier() {
        var lists = new RevocationLists();
        VerifierBuilder builder =
                VerifierBuilder.testOnly()
                        .status(lists)
                        .clock(legalTime)
                        .accelerator(NativeCrypto.provider());
        for (CaKind kind : CaKind.values()) {
            lists.add(authority(kind).crl());
            builder.trust(authority(kind).certificate());
        }
        return builder;
    }

    @Override
    public void close() {
        if (authorities != null) authorities.close();
        if (database != null) database.close();
        if (issuerKeys != null) issuerKeys.close();
        keys.close();
    }

    /** Where the issuer's keys lie, beside the authorities. */
    Path issuerPlace() {
        return directory.resolve("issuer");
    }

    /** The issuer's keys; they are made if there are none yet. */
    IssuerKeys issuerKeys() {
        if (issuerKeys == null) {
            issuerKeys = IssuerKeys.openOrEstablish(issuerPlace(), random, PATIENCE);
        }
        return issuerKeys;
    }
}
