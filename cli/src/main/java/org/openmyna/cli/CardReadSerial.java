package org.openmyna.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openmyna.card.protocol.ApplicationInformation;
import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.card.protocol.TokenInfo;
import org.openmyna.card.reader.ApplicationMissing;
import org.openmyna.card.reader.CardManagerClient;
import org.openmyna.card.reader.MyNumberCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code openmyna card read serial}: all numbers and names that a card tells anybody. */
@Command(name = "serial", mixinStandardHelpOptions = true)
final class CardReadSerial implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Map<String, Object> data = new LinkedHashMap<>();
    private Table table = new Table();
    private Map<String, Object> part = new LinkedHashMap<>();

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private CardOptions card = new CardOptions();

    CardReadSerial(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What one application tells. */
    private interface Reading {
        void read(MyNumberCard card);
    }

    @Override
    public Integer call() {
        try (MyNumberCard open = card.openCard(surroundings.country(common))) {
            application(open, "common", this::common);
            application(open, "manager", this::manager);
            application(open, "formInput", this::formInput);
            application(open, "cardFace", this::cardFace);
            application(open, "token", this::token);
            surroundings.voice().data(data);
        }
        return 0;
    }

    private void application(MyNumberCard open, String name, Reading reading) {
        Voice voice = surroundings.voice();
        table = new Table();
        part = new LinkedHashMap<>();
        voice.say("read.serial." + name);
        try {
            reading.read(open);
        } catch (ApplicationMissing missing) {
            voice.line("  " + missing.text(voice.language()));
        }
        table.print(voice, "  ");
        data.put(name, part);
    }

    private void row(String name, Object value) {
        table.row(surroundings.voice().words("read.serial." + name), value.toString());
        part.put(name, value);
    }

    private void rowIfThere(String name, Optional<?> value) {
        value.ifPresent(there -> row(name, there));
    }

    private void common(MyNumberCard open) {
        open.common()
                .serial()
                .ifPresent(record -> {
                    row("serial", record.serial());
                    row("manufacturingNumber", record.manufacturingNumber());
                    row("municipality", record.municipality().digits());
                    row("expiry", record.expiry());
                });
        rowIfThere("keyId", open.common().keyReference().map(record -> record.keyId()));
    }

    private void manager(MyNumberCard open) {
        CardManagerClient manager = open.manager();
        rowIfThere("issuer", manager.issuerId());
        rowIfThere("cardId", manager.cardId());
        rowIfThere("municipality", manager.municipality().map(code -> code.digits()));
        rowIfThere("expiry", manager.expiry());
        rowIfThere("intermediateKeyId", manager.intermediateKeyId());
        rowIfThere("upperCertificate", manager.upperCertificate().map(CardReadSerial::words));
        rowIfThere("lowerCertificate", manager.lowerCertificate().map(CardReadSerial::words));
        rowIfThere("contactAtr", manager.contactAtr());
        rowIfThere(
                "globalPlatform",
                manager.recognition()
                        .map(each ->
                                "%s, SCP%02d i=%02X"
                                        .formatted(
                                                each.version(),
                                                each.secureChannel(),
                                                each.options())));
    }

    private static String words(CvCertificate certificate) {
        return certificate.subject() + " ← " + certificate.issuer();
    }

    private void formInput(MyNumberCard open) {
        var basic = open.profile().basicInformation();
        information(basic.information());
        row("keyId", basic.keyId());
        row("issuerCertificate", words(open.profile().issuerCertificate()));
    }

    private void cardFace(MyNumberCard open) {
        var basic = open.face().basicInformation();
        information(basic.information());
        row("keyId", basic.keyId());
        row("municipality", basic.municipality().digits());
        row("issuerCertificate", words(open.face().issuerCertificate()));
    }

    private void information(ApplicationInformation information) {
        row("specification", information.specification());
        row("extendedLength", information.extendedLength());
        row("vendor", "%02X %02X".formatted(information.vendor(), information.vendorSpecific()));
    }

    private void token(MyNumberCard open) {
        TokenInfo token = open.jpki().tokenInfo();
        row("label", token.label());
        row("serial", token.serialNumber());
        row("manufacturer", token.manufacturer());
        row("model", token.model());
    }
}
