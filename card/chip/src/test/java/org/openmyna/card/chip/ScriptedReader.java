package org.openmyna.card.chip;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;

/** The reader's end of the plug, so that a test can say what no pcscd would say. */
final class ScriptedReader implements AutoCloseable {
    static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int PATIENCE_MILLIS = 10_000;

    private final ServerSocket server;

    ScriptedReader() throws IOException {
        this(0);
    }

    ScriptedReader(int port) throws IOException {
        server = new ServerSocket();
        server.setReuseAddress(true);
        server.setSoTimeout(PATIENCE_MILLIS);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    Slot nextCard() throws IOException {
        return new Slot(server.accept());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    record Slot(Socket socket, DataInputStream in, DataOutputStream out) implements AutoCloseable {
        Slot(Socket socket) throws IOException {
            this(
                    socket,
                    new DataInputStream(socket.getInputStream()),
                    new DataOutputStream(socket.getOutputStream()));
            socket.setSoTimeout(PATIENCE_MILLIS);
        }

        void say(String hex) throws IOException {
            byte[] message = HEX.parseHex(hex);
            out.writeShort(message.length);
            out.write(message);
        }

        String ask(String hex) throws IOException {
            say(hex);
            byte[] answer = new byte[in.readUnsignedShort()];
            in.readFully(answer);
            return HEX.formatHex(answer);
        }

        void raw(byte[] bytes) throws IOException {
            out.write(bytes);
        }

        /** Reads on until the card is pulled. */
        void awaitPull() throws IOException {
            try {
                while (in.read() >= 0) {
                    // an answer under way
                }
            } catch (java.net.SocketException pulled) {
                // as good as the end of the stream
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
