package org.openmyna.card.applets;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javacard.framework.Applet;
import org.openmyna.card.javacard.AppletModule;
import org.openmyna.card.javacard.CardRuntime;
import org.openmyna.card.javacard.Host;
import org.openmyna.card.nvm.CardMemory;

/** The applets on our own runtime, over a memory in RAM. */
final class OwnCard implements TestCard {

    static final List<AppletModule> APPLETS = applets(IssuerSecurityDomain.class);

    static final Host HOST = new Host(new FewKeys()::take, new SecureRandom(), Optional.empty());

    static final int IMAGE_BYTES = 64 * 1024;

    private static final byte[] BLANK = newImage(APPLETS);
    private static final byte[] PERSONALISED = personalisedImage();

    private final CardMemory memory;
    private final List<AppletModule> applets;
    private final CardRuntime runtime;

    private OwnCard(CardMemory memory, List<AppletModule> applets, CardRuntime runtime) {
        this.memory = memory;
        this.applets = applets;
        this.runtime = runtime;
    }

    /** With this applet in the place of the issuer security domain. */
    private static List<AppletModule> applets(Class<? extends Applet> domain) {
        return List.of(
                applet("A0000001510000", domain),
                applet("D392F000260100000001", JpkiApplication.class),
                applet("D3921000310001010408", FormInputApplication.class),
                applet("D3921000310001010402", CardFaceApplication.class),
                applet("D3921000310001010401", JukiApplication.class),
                applet("D3921000310001010100", CommonApplication.class));
    }

    private static AppletModule applet(String aid, Class<? extends Applet> type) {
        return new AppletModule(TestCard.bytes(aid), type, new byte[0]);
    }

    static OwnCard blank() {
        return from(BLANK);
    }

    static OwnCard personalised() {
        OwnCard card = from(PERSONALISED);
        card.send(SELECT_JPKI);
        return card;
    }

    /** Power on with a copy of this image. */
    static OwnCard from(byte[] image) {
        return from(image, APPLETS);
    }

    private static OwnCard from(byte[] image, List<AppletModule> applets) {
        CardMemory memory = CardMemory.inMemory(image);
        return new OwnCard(memory, applets, CardRuntime.powerOn(memory, applets, HOST));
    }

    /** A blank card with something else in the place of the issuer security domain. */
    static OwnCard blank(Class<? extends Applet> domain) {
        List<AppletModule> applets = applets(domain);
        return from(newImage(applets), applets);
    }

    /** A blank card with one applet more than it should have. */
    static OwnCard withOneMore(String aid, Class<? extends Applet> applet) {
        List<AppletModule> applets = new ArrayList<>(APPLETS);
        applets.add(applet(aid, applet));
        return from(newImage(applets), applets);
    }

    /** Power on with a copy of what this card's memory holds now. */
    OwnCard copy() {
        return from(image(), applets);
    }

    /** The next private key operation has one wrong bit. */
    void glitch() {
        runtime.glitch();
    }

    CardRuntime runtime() {
        return runtime;
    }

    CardMemory memory() {
        return memory;
    }

    /** What the memory holds now, as after a sudden loss of power. */
    byte[] image() {
        return memory.copy();
    }

    @Override
    public byte[] transmit(byte[] command) {
        return runtime.transmit(command);
    }

    @Override
    public void reset() {
        runtime.reset();
    }

    private static byte[] newImage(List<AppletModule> applets) {
        CardMemory memory = CardMemory.inMemory(IMAGE_BYTES);
        CardRuntime.install(memory, applets, HOST).powerOff();
        return memory.copy();
    }

    private static byte[] personalisedImage() {
        OwnCard card = from(BLANK);
        Personalisation.personalise(card, true);
        card.runtime.powerOff();
        return card.image();
    }

    /** Making a key pair takes long; in these tests a pair may come back on another card. */
    private static final class FewKeys {
        private static final int MOST = 5;
        private final List<KeyPair> made = new ArrayList<>();
        private int next;

        synchronized KeyPair take(int bits) {
            try {
                if (made.size() < MOST) {
                    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                    generator.initialize(bits);
                    made.add(generator.generateKeyPair());
                }
                return made.get(next++ % MOST);
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }
    }
}
