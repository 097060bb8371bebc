package org.openmyna.server.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What an organisation says: {@code messages_ja.properties}, {@code messages_en.properties} and
 * {@code messages_easy.properties} (UTF-8) in the folder of its package. What is not said easily is
 * said in usual Japanese; a build test finds what is missing in English.
 */
public final class Texts {
    private final Map<PageLanguage, Map<String, String>> all;

    private Texts(Map<PageLanguage, Map<String, String>> all) {
        this.all = all;
    }

    /** The files beside a class. */
    public static Texts beside(Class<?> place) {
        Map<PageLanguage, Map<String, String>> all = new EnumMap<>(PageLanguage.class);
        for (PageLanguage language : PageLanguage.values()) {
            all.put(language, load(place, "messages_" + language.token() + ".properties"));
        }
        return new Texts(all);
    }

    private static Map<String, String> load(Class<?> place, String name) {
        try (InputStream file = place.getResourceAsStream(name)) {
            if (file == null) throw new IllegalStateException(name + " is missing at " + place);
            Properties read = new Properties();
            read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            Map<String, String> texts = new LinkedHashMap<>();
            read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As it stands in the file, with markup and places. */
    public Optional<String> find(PageLanguage language, String key) {
        String own = of(language).get(key);
        if (own == null && language == PageLanguage.EASY) own = of(PageLanguage.JAPANESE).get(key);
        return Optional.ofNullable(own);
    }

    /** All keys of a file. */
    public Set<String> keys(PageLanguage language) {
        return of(language).keySet();
    }

    private Map<String, String> of(PageLanguage language) {
        return all.getOrDefault(language, Map.of());
    }
}
