package org.openmyna.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How the embedded server is set. */
final class Settings {
    /**
     * For a laptop; written into {@code postgresql.conf} when the data is made, and the operator's
     * from then on.
     */
    static Map<String, String> laptop() {
        return ordered(
                "fsync",
                "on",
                "full_page_writes",
                "on",
                "synchronous_commit",
                "on",
                "shared_buffers",
                "128MB",
                "max_connections",
                "100",
                "max_wal_size",
                "2GB",
                "random_page_cost",
                "1.1",
                "password_encryption",
                "scram-sha-256",
                "timezone",
                "UTC",
                "log_timezone",
                "UTC",
                // The log never repeats what is in the tables.
                "log_min_error_statement",
                "panic",
                "log_error_verbosity",
                "terse",
                "log_checkpoints",
                "off",
                "recovery_init_sync_method",
                syncMethod());
    }

    private static final Set<String> OURS =
            Set.of("port", "listen_addresses", "unix_socket_directories", "data_directory");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.]*");

    private Settings() {}

    /** One call for the whole file system, where there is such a call, instead of a thousand. */
    static String syncMethod() {
        return System.getProperty("os.name").equals("Linux") ? "syncfs" : "fsync";
    }

    /**
     * @throws SettingRefused if one is not the caller's to change
     */
    static Map<String, String> checked(Map<String, String> settings) {
        settings.keySet().stream()
                .filter(name -> !NAME.matcher(name).matches() || OURS.contains(name))
                .forEach(name -> {
                    throw new SettingRefused(name);
                });
        return Map.copyOf(settings);
    }

    /** For pg_ctl, which gives them to a shell. */
    static String commandLine(int port, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("port", Integer.toString(port));
        all.put("listen_addresses", "127.0.0.1");
        all.put("unix_socket_directories", "");
        List<String> words = new ArrayList<>();
        all.forEach((name, value) -> words.add("-c " + quoted(name + "=" + value)));
        return String.join(" ", words);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static Map<String, String> ordered(String... namesAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int n = 0; n < namesAndValues.length; n += 2) {
            map.put(namesAndValues[n], namesAndValues[n + 1]);
        }
        return map;
    }
}
