package org.openmyna.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
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
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.card.issuer.IssuerDesk;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.nvm.CardMemory.Durability;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.verifier.CardVerifier;
import org.openmyna.trust.verifier.CardVerifierBuilder;
import org.openmyna.trust.verifier.RevocationLists;
import org.openmyna.trust.verifier.TrustMode;

/** A data directory: the two authorities, founded on first use, and the drawer with the cards. */
final class Country implements AutoCloseable {
    private final Path directory;
    private final InstantSource legalTime;
    private final UnaryOperator<CardChannel> listener;
    private final SecureRandom random = new SecureRandom();
    private final KeyPool keys = new KeyPool(0, 1, random, NativeCrypto.provider());
    private final Map<CaKind, CertificationAuthority> open = new EnumMap<>(CaKind.class);
    private @Nullable IssuerKeys issuerKeys;

    Country(Path directory, InstantSource legalTime) {
        this(directory, legalTime, UnaryOperator.identity());
    }

    /**
     * @param listener stands between every card and the command that speaks to it
     */
    Country(Path directory, InstantSource legalTime, UnaryOperator<CardChannel> listener) {
        this.directory = directory;
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

    /** This authority; its founding ceremony is held if there is none yet. */
    CertificationAuthority authority(CaKind kind) {
        return open.computeIfAbsent(kind, this::openOrFound);
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
        return drawer().make(
                        name,
                        keys,
                        random,
                        blank -> {
                            IssuedCard made = issuer.personalise(heard(blank), applicant, pins);
                            records().write(name, made);
                            return made;
                        });
    }

    /** Puts a card without any data into the drawer. */
    void makeBlank(CardName name) {
        var _ = drawer().make(name, keys, random, blank -> true);
    }

    /** Personalises a blank card, wherever it lies. */
    IssuedCard personalise(CardName name, CardChannel blank, Applicant applicant, CardPins pins) {
        IssuedCard made = issuer().personalise(blank, applicant, pins);
        records().write(name, made);
        return made;
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
        return Files.exists(place(CaKind.SIGNATURE))
                && Files.exists(place(CaKind.USER_AUTHENTICATION));
    }

    /** A verifier that trusts this country's authorities, with their lists of this moment. */
    CardVerifierBuilder verifier() {
        var lists = new RevocationLists();
        CardVerifierBuilder builder =
                CardVerifier.builder()
                        .mode(TrustMode.TEST)
                        .revocation(lists)
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
        open.values().forEach(CertificationAuthority::close);
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
            Path place = issuerPlace();
            issuerKeys =
                    IssuerKeys.existIn(place)
                            ? IssuerKeys.open(place, random)
                            : IssuerKeys.establish(place, random);
        }
        return issuerKeys;
    }

    private CertificationAuthority openOrFound(CaKind kind) {
        Path place = place(kind);
        AuthoritySettings settings = AuthoritySettings.sandbox();
        if (Files.exists(place)) {
            return CertificationAuthority.open(place, settings, legalTime, random);
        }
        try {
            Files.createDirectories(place.getParent());
        } catch (IOException unwritable) {
            throw CommandFailed.unusable(place, unwritable);
        }
        return CertificationAuthority.establish(place, kind, settings, legalTime, random);
    }

    private Path place(CaKind kind) {
        return directory.resolve("authority").resolve(kind == CaKind.SIGNATURE ? "sign" : "auth");
    }
}
