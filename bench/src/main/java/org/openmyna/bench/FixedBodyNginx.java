package org.openmyna.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * nginx with one file of a given size, where the machine has nginx: the measure of a kept answer.
 */
final class FixedBodyNginx implements AutoCloseable {
    private static final List<Path> PLACES =
            List.of(
                    Path.of("/usr/sbin/nginx"),
                    Path.of("/usr/bin/nginx"),
                    Path.of("/usr/local/bin/nginx"));

    private final Process process;
    private final InetSocketAddress address;

    private FixedBodyNginx(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /**
     * @param folder of this run alone; nginx keeps its files there
     * @return empty where there is no nginx
     */
    static Optional<FixedBodyNginx> start(Path folder, int bodyBytes) throws IOException {
        Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
        if (program.isEmpty()) return Optional.empty();
        int port = freePort();
        Files.createDirectories(folder.resolve("logs"));
        Files.write(folder.resolve("body"), new byte[bodyBytes]);
        Files.writeString(folder.resolve("nginx.conf"), configuration(folder, port));
        Process process =
                new ProcessBuilder(
                                program.get().toString(),
                                "-p",
                                folder.toString(),
                                "-c",
                                folder.resolve("nginx.conf").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("logs/out").toFile())
                        .start();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        awaitListening(process, address);
        return Optional.of(new FixedBodyNginx(process, address));
    }

    private static String configuration(Path folder, int port) {
        return """
        daemon off;
        worker_processes 1;
        %s
        pid %s/pid;
        error_log %s/logs/error.log crit;
        events { worker_connections 1024; }
        http {
          access_log off;
          keepalive_requests 100000000;
          open_file_cache max=10;
          client_body_temp_path %s/body-temp;
          proxy_temp_path %s/proxy-temp;
          fastcgi_temp_path %s/fastcgi-temp;
          uwsgi_temp_path %s/uwsgi-temp;
          scgi_temp_path %s/scgi-temp;
          server { listen 127.0.0.1:%d; root %s; }
        }
        """
                .formatted(
                        "root".equals(System.getProperty("user.name")) ? "user root;" : "",
                        folder,
                        folder,
                        folder,
                        folder,
                        folder,
                        folder,
                        folder,
                        port,
                        folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitListening(Process process, InetSocketAddress address)
            throws IOException {
        long end = System.nanoTime() + 5_000_000_000L;
        while (process.isAlive() && System.nanoTime() < end) {
            try (var probe = new Socket()) {
                probe.connect(address, 200);
                return;
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        process.destroy();
        throw new IOException("nginx does not listen");
    }

    InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException asked) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
