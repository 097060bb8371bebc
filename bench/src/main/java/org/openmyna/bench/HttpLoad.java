package org.openmyna.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A load maker: one thread, some keep-alive connections, HTTP/1.1, one request at a time on each.
 * It ends by itself when its time is over.
 *
 * <p>In the <em>closed</em> loop a connection asks again as soon as it was answered: the most that
 * the server can do. In the <em>open</em> loop requests fall due at a fixed rate, whether the
 * server keeps up or not, and their time is counted from when they were due: a server that stalls
 * cannot hide the queue behind it.
 */
final class HttpLoad implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<byte[]> requests;
    private int next;
    private long answered;
    private long wrong;
    private Latencies latencies = new Latencies();

    /**
     * What a run saw.
     *
     * @param perSecond good answers a second
     * @param wrong answers that were not 200
     */
    record Result(double perSecond, Duration median, Duration p99, long wrong) {}

    /**
     * @param requests whole requests, head and body, asked in turn
     */
    HttpLoad(InetSocketAddress server, List<byte[]> requests, int connections) throws IOException {
        this.requests = List.copyOf(requests);
        this.selector = Selector.open();
        for (int n = 0; n < connections; n++) {
            SocketChannel channel = SocketChannel.open(server);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            Connection connection = new Connection(channel);
            channel.register(selector, SelectionKey.OP_READ, connection);
            this.connections.add(connection);
            idle.add(connection);
        }
    }

    /** As fast as the server answers. */
    Result closed(Duration time) throws IOException {
        return run(time, Double.POSITIVE_INFINITY);
    }

    /** At a fixed rate. */
    Result open(double perSecond, Duration time) throws IOException {
        return run(time, perSecond);
    }

    private Result run(Duration time, double rate) throws IOException {
        boolean closedLoop = Double.isInfinite(rate);
        double gapNanos = closedLoop ? 0 : 1e9 / rate;
        answered = 0;
        wrong = 0;
        latencies = new Latencies();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        double due = begin;
        for (long now = begin; now < end; now = System.nanoTime()) {
            while (!idle.isEmpty() && (closedLoop || due <= now)) {
                idle.poll().ask(requests.get(next), closedLoop ? now : (long) due);
                next = (next + 1) % requests.size();
                due += gapNanos;
            }
            if (closedLoop || idle.isEmpty()) {
                selector.select(100);
            } else {
                selector.selectNow();
            }
            takeAnswers();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        var result =
                new Result(
                        (answered - wrong) / seconds,
                        latencies.quantile(0.5),
                        latencies.quantile(0.99),
                        wrong);
        drain();
        return result;
    }

    /** Answers to what was asked last; they belong to no measurement. */
    private void drain() throws IOException {
        long end = System.nanoTime() + 2_000_000_000L;
        while (idle.size() < connections.size() && System.nanoTime() < end) {
            selector.select(100);
            takeAnswers();
        }
    }

    private void takeAnswers() throws IOException {
        for (SelectionKey key : selector.selectedKeys()) ((Connection) key.attachment()).take();
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) connection.channel.close();
        selector.close();
    }

    /** One connection with one request under way. */
    private final class Connection {
        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
        private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);
        private long since;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        void ask(byte[] request, long dueAt) throws IOException {
            since = dueAt;
            in.clear();
            out.clear().put(request).flip();
            while (out.hasRemaining()) channel.write(out);
        }

        void take() throws IOException {
            if (channel.read(in) < 0) throw new IOException("the server closed a connection");
            int head = headEnd();
            if (head < 0 || in.position() < head + contentLength(head)) return;
            answered++;
            if (!startsWith(0, OK)) wrong++;
            latencies.add(System.nanoTime() - since);
            idle.add(this);
        }

        private int headEnd() {
            for (int at = 0; at + 3 < in.position(); at++) {
                if (in.get(at) == '\r' && in.get(at + 2) == '\r') return at + 4;
            }
            return -1;
        }

        private int contentLength(int head) {
            for (int at = 0; at + LENGTH.length < head; at++) {
                if (in.get(at) == '\n' && startsWith(at + 1, LENGTH)) {
                    return number(at + 1 + LENGTH.length);
                }
            }
            throw new IllegalStateException("an answer without Content-Length");
        }

        private int number(int from) {
            int value = 0;
            for (int at = from; in.get(at) != '\r'; at++) {
                if (in.get(at) != ' ') value = value * 10 + in.get(at) - '0';
            }
            return value;
        }

        /** Without regard to case; the digits and signs that occur are the same in both. */
        private boolean startsWith(int at, byte[] lowerOrExact) {
            for (int n = 0; n < lowerOrExact.length; n++) {
                int is = in.get(at + n);
                if (is != lowerOrExact[n] && (is | 0x20) != lowerOrExact[n]) return false;
            }
            return true;
        }
    }
}
