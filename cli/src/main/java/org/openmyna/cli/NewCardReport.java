package org.openmyna.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.trust.profile.JpkiCertificate;

/** What is told of a card that was just made, or changed at the counter. */
final class NewCardReport {
    private NewCardReport() {}

    /**
     * @param sentence key of the sentence with the card's name and the place of its image
     */
    static void tell(
            Voice voice, Country country, CardName name, IssuedCard issued, String sentence) {
        String image = country.drawer().image(name).toString();
        voice.say(sentence, name.text(), image);
        var table = new Table();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("card", name.text());
        data.put("image", image);
        for (JpkiCertificate certificate : issued.certificates().toList()) {
            CertificateView.row(voice, table, certificate);
            data.put(CertificateView.key(certificate), CertificateView.of(certificate));
        }
        table.row(voice.words("read.expiry"), issued.holder().cardLastDay().toString());
        table.row(voice.words("read.security-code"), issued.securityCode().digits());
        table.row(voice.words("read.printed-serial"), issued.number().identification());
        table.print(voice, "  ");
        data.put("expiry", issued.holder().cardLastDay());
        data.put("securityCode", issued.securityCode().digits());
        data.put("cardId", issued.number().identification());
        voice.data(data);
    }
}
