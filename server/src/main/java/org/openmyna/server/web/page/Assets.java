package org.openmyna.server.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Files that pages load: style, sign, script, letters. Their address carries a part of their
 * SHA-256, so a browser keeps them for good.
 */
public final class Assets {
    private static final String ROOT = "/assets/";
    private static final int TAG_CHARACTERS = 16;
    private static final String HTMX =
            "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    /**
     * @param type media type
     */
    record Asset(String type, byte[] bytes) {}

    private final Map<String, Asset> byPath = new LinkedHashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();

    Assets() {
        addLetters("biz-udpgothic-400");
        addLetters("biz-udpgothic-700");
        addLetters("openmyna-rare-kanji");
        addLicence("biz-udpgothic");
        addLicence("openmyna-rare-kanji");
        add("icon.svg", "image/svg+xml", "assets/icon.svg");
        add("htmx.min.js", "text/javascript;charset=utf-8", HTMX);
        add("desk.js", "text/javascript;charset=utf-8", "assets/desk.js");
        add("watch.js", "text/javascript;charset=utf-8", "assets/watch.js");
        addStyle();
    }

    private void addLetters(String name) {
        add(name + ".woff2", "font/woff2", "assets/" + name + ".woff2");
    }

    /** The SIL Open Font License lies beside its letters. */
    private void addLicence(String font) {
        add(font + "-OFL.txt", "text/plain;charset=utf-8", "assets/" + font + "-OFL.txt");
    }

    private void add(String name, String type, String resource) {
        put(name, type, bytes(resource));
    }

    /** The style names the letters' files by their tags. */
    private void addStyle() {
        String style = new String(bytes("assets/openmyna.css"), StandardCharsets.UTF_8);
        for (Map.Entry<String, String> each : paths.entrySet()) {
            style =
                    style.replace(
                            "url(\"" + each.getKey() + "\")", "url(\"" + each.getValue() + "\")");
        }
        put("openmyna.css", "text/css;charset=utf-8", style.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String name, String type, byte[] bytes) {
        String path = ROOT + tag(bytes) + "/" + name;
        paths.put(name, path);
        byPath.put(path, new Asset(type, bytes));
    }

    private static byte[] bytes(String resource) {
        try (InputStream file = Assets.class.getResourceAsStream(resource)) {
            if (file == null) throw new IllegalStateException(resource + " is not in the program");
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String tag(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, TAG_CHARACTERS);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Where a file is. */
    public String path(String name) {
        String path = paths.get(name);
        if (path == null) throw new IllegalStateException("no asset " + name);
        return path;
    }

    Optional<Asset> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    static boolean takes(String path) {
        return path.startsWith(ROOT);
    }
}
