package org.openmyna.interop;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.issuer.CardIssuer;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.profile.CaKind;

/**
 * A counter that is killed while it makes a card: a program of its own that opens the authority,
 * says so with one byte, waits for one, then takes the issuer's keys, which one program at a time
 * has, and personalises a card of 試験 一郎 in a drawer. It says one byte before each command to the
 * chip, and ends when the card is made.
 */
final class IssuingCounter {
    private IssuingCounter() {}

    /** URL of the database, folder, name of the card. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        SecureRandom random = new SecureRandom();
        try (Authorities authorities = open(new SetUpDatabase(arguments[0]), folder);
                FileOutputStream tell = new FileOutputStream(FileDescriptor.out)) {
            FewKeys pairs = FewKeys.read(folder.resolve("pairs"));
            for (CaKind kind : CaKind.values()) authorities.authority(kind);
            InputStream go = System.in;
            tell.write('.');
            if (go.read() < 0) return;
            try (IssuerKeys keys = IssuerKeys.open(folder.resolve("issuer"), random)) {
                CardIssuer issuer = issuer(authorities, keys);
                new CardDrawer(folder.resolve("cards"))
                        .make(
                                new CardName(arguments[2]),
                                pairs,
                                random,
                                blank -> Country.personalise(issuer, new Telling(blank, tell)));
            }
        }
    }

    static Authorities open(org.openmyna.database.Database database, Path folder) {
        return Authorities.open(
                database,
                folder.resolve("authority"),
                AuthoritySettings.sandbox(),
                InstantSource.fixed(Country.NOW),
                new SecureRandom());
    }

    static CardIssuer issuer(Authorities authorities, IssuerKeys keys) {
        return new CardIssuer(
                authorities.authority(CaKind.SIGNATURE),
                authorities.authority(CaKind.USER_AUTHENTICATION),
                keys,
                new SecureRandom());
    }

    private record Telling(CardChannel card, FileOutputStream tell) implements CardChannel {
        @Override
        public ResponseApdu transmit(CommandApdu command) {
            try {
                tell.write('.');
            } catch (IOException nobodyListens) {
                Runtime.getRuntime().halt(1);
            }
            return card.transmit(command);
        }

        @Override
        public byte[] atr() {
            return card.atr();
        }

        @Override
        public void close() {
            card.close();
        }
    }
}
