package org.openmyna.card.chip;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;

/**
 * Messages between vpcd and a card: two bytes of length, high byte first, then as many bytes.
 *
 * <p>vpcd may send the length and the message in two pieces. The kernel holds the second piece back
 * until the first is acknowledged, and our kernel delays acknowledgements by 40 ms: each command
 * would take 44 ms. So acknowledgements are asked for at once, again after each piece, since the
 * kernel takes the wish as a hint that wears off.
 */
final class VpcdConnection implements Closeable {
    static final int LONGEST_MESSAGE = 0xFFFF;
    private static final int CONNECT_PATIENCE_MILLIS = 1_000;

    private final Socket socket = new Socket();
    private boolean acknowledgesAtOnce;

    void connect(InetSocketAddress reader) throws IOException {
        socket.setTcpNoDelay(true);
        acknowledgesAtOnce = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
        socket.connect(reader, CONNECT_PATIENCE_MILLIS);
    }

    /** After this long without a byte {@link #receive} throws; 0 stands for never. */
    void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    /**
     * @throws EOFException if the reader went away
     * @throws MalformedMessage if a message says that it has no bytes
     */
    byte[] receive() throws IOException {
        byte[] head = exactly(2);
        int length = ((head[0] & 0xFF) << 8) | (head[1] & 0xFF);
        if (length == 0) {
            throw new MalformedMessage();
        }
        return exactly(length);
    }

    void send(byte[] message) throws IOException {
        if (message.length > LONGEST_MESSAGE) {
            throw new IllegalArgumentException("two bytes cannot say " + message.length);
        }
        byte[] framed = new byte[2 + message.length];
        framed[0] = (byte) (message.length >> 8);
        framed[1] = (byte) message.length;
        System.arraycopy(message, 0, framed, 2, message.length);
        socket.getOutputStream().write(framed);
    }

    /** Also wakes up a thread that waits in {@link #connect} or {@link #receive}. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private byte[] exactly(int wanted) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] bytes = new byte[wanted];
        int have = 0;
        while (have < wanted) {
            acknowledgeAtOnce();
            int more = in.read(bytes, have, wanted - have);
            if (more < 0) {
                throw new EOFException();
            }
            have += more;
        }
        return bytes;
    }

    private void acknowledgeAtOnce() throws IOException {
        if (acknowledgesAtOnce) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    /** A message that vpcd never sends. */
    static final class MalformedMessage extends IOException {
        MalformedMessage() {
            super("a message without bytes");
        }
    }
}
