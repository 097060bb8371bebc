package org.openmyna.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openmyna.server.web.Origin;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The example {@code relying-party}, a program of stock Spring Security, entered in the developer
 * console as a developer does it and run with {@code java -jar}.
 */
final class BankProgram implements AutoCloseable {
    private static final Path BUILT = Path.of("..", "examples", "relying-party", "target");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String origin;
    private final Process process;

    /**
     * @param host a name for this machine; a bank of another name is another sector
     * @param scope asked for; empty as the example has it
     */
    static BankProgram open(
            Chromium chromium, BrowserCountry country, Path folder, String host, String scope)
            throws IOException {
        String origin = "http://" + host + ":" + freePort();
        Path key = folder.resolve(host + ".json");
        ChromeDriver driver = chromium.driver();
        chromium.open(country.at(Origin.PLATFORM, "/developer?view=en.off.100.light"));
        driver.findElement(By.id("name")).sendKeys("試験銀行 " + host);
        driver.findElement(By.id("redirect")).sendKeys(origin + "/login/oauth2/code/openmyna");
        driver.findElement(By.id("logout")).sendKeys(origin + "/");
        driver.findElement(By.cssSelector("form#client .om-actions button")).click();
        chromium.await("#pem");
        String id = driver.findElement(By.cssSelector("dl.om-summary dd.om-code")).getText();
        Files.writeString(
                key, driver.findElement(By.cssSelector("pre[aria-labelledby=key]")).getText());
        List<String> settings = new ArrayList<>();
        settings.add("--server.port=" + URI.create(origin).getPort());
        settings.add("--bank.client=" + id);
        settings.add("--bank.key=" + key);
        settings.add(
                "--spring.security.oauth2.client.provider.openmyna.issuer-uri="
                        + country.at(Origin.PLATFORM, "/api/realms/main"));
        if (!scope.isEmpty()) {
            settings.add("--spring.security.oauth2.client.registration.openmyna.scope=" + scope);
        }
        return new BankProgram(origin, settings, folder.resolve(host + ".log"));
    }

    private BankProgram(String origin, List<String> settings, Path log) throws IOException {
        this.origin = origin;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(program().toString());
        command.addAll(settings);
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        await(log);
    }

    private static Path program() throws IOException {
        try (Stream<Path> files = Files.list(BUILT)) {
            return files.filter(file -> file.toString().endsWith("-program.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(BUILT + " is not built"));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Until it sends whoever comes to the platform. */
    private void await(Path log) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var request =
                HttpRequest.newBuilder(URI.create(origin.replaceFirst("//[^:]+", "//127.0.0.1")));
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (process.isAlive() && System.nanoTime() < end) {
                try {
                    client.send(request.build(), HttpResponse.BodyHandlers.discarding());
                    return;
                } catch (IOException notYet) {
                    if (process.waitFor(200, TimeUnit.MILLISECONDS)) break;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        close();
        throw new UncheckedIOException(
                new IOException("the bank does not answer: " + Files.readString(log)));
    }

    String origin() {
        return origin;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
