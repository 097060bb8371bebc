package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import org.openmyna.card.javacard.CardRuntime;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.PowerLoss;

/** A card in a sweep of power cuts; remembers what it was asked last. */
final class MapCard implements TestCard {

    private final MapWorld world;
    private final CardMemory memory;
    private final int firstPair;
    private CardRuntime runtime;
    private Scp03Host channel = new Scp03Host(Scp03Host.ENC, Scp03Host.MAC);
    private byte[] command = {};
    private byte[] answer = {};

    /** Power on with a copy of this image; new key pairs are the later ones. */
    MapCard(MapWorld world, byte[] image) {
        this(world, image, 3);
    }

    MapCard(MapWorld world, byte[] image, int firstPair) {
        this.world = world;
        this.firstPair = firstPair;
        memory = CardMemory.inMemory(image);
        powerOn();
    }

    /** Again, if it had power before: what was in RAM is lost. */
    void powerOn() {
        runtime = CardRuntime.powerOn(memory, world.applets, MapWorld.host(firstPair));
    }

    /** A power-on that may be cut off itself. */
    static void powerOn(MapWorld world, CardMemory memory) {
        CardRuntime.powerOn(memory, world.applets, MapWorld.host(3));
    }

    CardMemory memory() {
        return memory;
    }

    byte[] image() {
        return memory.copy();
    }

    Scp03Host channel() {
        return channel;
    }

    /** The issuer's keys and a session at the highest level; the domain is current. */
    void openChannel() {
        send(SELECT_ISD);
        channel = Scp03Host.open(this, 0x33);
    }

    /** The issuer's session, and this application is named in it. */
    void openChannel(CardMap application) {
        openChannel();
        assertThat(inChannel("E62000", IssuerCard.named(application.aid))).isEqualTo("9000");
    }

    /** Answer in plain. */
    String inChannel(String header, String data) {
        return channel.send(this, header, data, "0000");
    }

    /** INITIALIZE UPDATE, and the host is ready to authenticate. */
    void beginChannel() {
        channel = new Scp03Host(Scp03Host.ENC, Scp03Host.MAC);
        channel.initialize(this);
    }

    void glitch() {
        runtime.glitch();
    }

    /** The sensor of the chip. */
    void attack() {
        runtime.signal(
                TestCard.bytes("A0000001510000"),
                CardLifeCycle.PARAMETER,
                domain -> ((CardLifeCycle) domain).attackDetected());
    }

    /** Power goes before this write of the work, and comes back; the work is cut off. */
    void cut(int writes, Runnable work) {
        memory.cutPowerAfter(writes);
        try {
            work.run();
            throw new AssertionError("It wrote less than that.");
        } catch (PowerLoss expected) {
            memory.restorePower();
        }
    }

    @Override
    public byte[] transmit(byte[] sent) {
        command = sent.clone();
        answer = runtime.transmit(sent);
        return answer.clone();
    }

    @Override
    public void reset() {
        runtime.reset();
    }

    /** Class and instruction of the last command, as four digits; empty if there was none. */
    String lastCommand() {
        return command.length < 2 ? "" : "%02X%02X".formatted(command[0], command[1]);
    }

    /** Status word of the last answer, and whether data came with it. */
    String lastAnswer() {
        return answer.length == 0
                ? ""
                : (answer.length > 2 ? "data " : "")
                        + "%04X".formatted(TestCard.statusWord(answer));
    }

    void forgetCommands() {
        command = new byte[0];
        answer = new byte[0];
    }
}
