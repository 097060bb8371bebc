package org.openmyna.server.counter;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Supplier;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.calls.Call;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.trust.profile.CertificateSerial;

/**
 * The way from a card that lies on the counter's reader to its holder's record. No PIN is asked
 * for, so that it finds a record and proves nobody's identity.
 */
@FunctionalInterface
public interface CardDoor {
    /**
     * Reads the card.
     *
     * @return none if it is on no card that is valid now
     * @throws MynaException if there is no reader, no card, or no sense in its answers (MYNA-CRD-…)
     */
    Optional<ResidentId> holder(Call call);

    /**
     * By the certificate for user authentication, which every reader may read: needs LOOK at the
     * cards.
     *
     * @param reader connects to the card; see {@code PcscReaders}
     */
    static CardDoor byCertificate(CardService cards, Supplier<CardChannel> reader) {
        return call ->
                cards.ofCertificate(call, serial(reader).toString())
                        .map(MadeCard::person)
                        .map(ResidentId::new);
    }

    private static CertificateSerial serial(Supplier<CardChannel> reader) {
        try (MyNumberCard card = MyNumberCard.over(reader.get())) {
            byte[] der = card.jpki().certificate(JpkiKey.USER_AUTHENTICATION);
            var read =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
            if (read instanceof X509Certificate certificate) {
                return new CertificateSerial(certificate.getSerialNumber());
            }
            throw new CardUnreadable("no X.509");
        } catch (CertificateException noCertificate) {
            throw new CardUnreadable(String.valueOf(noCertificate.getMessage()));
        }
    }
}
