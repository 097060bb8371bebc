package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javacard.framework.Applet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.card.javacard.AppletModule;
import org.openmyna.card.javacard.CardRuntime;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.weaver.WeaveMain;

/**
 * The source of the applets with one mistake in it, compiled, woven and put on a card: the sweep of
 * power cuts sees each of them.
 */
class MutantTest {

    private enum Mistake {
        A_PIN_IS_SET_BEFORE_IT_HAS_ITS_VALUE(
                "PinFile",
                """
                        JCSystem.beginTransaction();
                        pin.update(buffer, offset, (byte) length);
                        set = true;
                        JCSystem.commitTransaction();
                """,
                """
                        set = true;
                        pin.update(buffer, offset, (byte) length);
                """,
                "JPKI: CHANGE REFERENCE DATA 0018, BLANK, never set"),
        A_GUESS_FIRST_GIVES_ALL_TRIES_BACK(
                "PinFile",
                "boolean right = pin.check(",
                "pin.resetAndUnblock(); boolean right = pin.check(",
                "JPKI: VERIFY, wrong 0018, in use, last try"),
        A_FILE_IS_WRITTEN_OUTSIDE_THE_TRANSACTION(
                "DataFile",
                "Util.arrayCopy(command.buffer()",
                "Util.arrayCopyNonAtomic(command.buffer()",
                "UPDATE BINARY, 3 octets 0003, BLANK"),
        A_RECORD_IS_WRITTEN_WITHOUT_TRANSACTION(
                "RecordFile",
                "Util.arrayCopy(command.buffer()",
                "Util.arrayCopyNonAtomic(command.buffer()",
                "COMMON: UPDATE RECORD 0001, BLANK"),
        THE_LENGTH_OF_AN_OBJECT_COMES_FIRST(
                "DataObject",
                """
                        JCSystem.beginTransaction();
                        Util.arrayCopy(buffer, offset, content, (short) 0, newLength);
                        length = newLength;
                        JCSystem.commitTransaction();
                """,
                """
                        length = newLength;
                        Util.arrayCopy(buffer, offset, content, (short) 0, newLength);
                """,
                "STORE DATA, 8 octets 0045"),
        THE_KEYS_OF_THE_CHANNEL_COME_ONE_BY_ONE(
                "ChannelKeys",
                "JCSystem.beginTransaction();\n        enc.setKey(buffer, (short) (first + KEY_OFFSET));",
                "enc.setKey(buffer, (short) (first + KEY_OFFSET));\n        JCSystem.beginTransaction();",
                "PUT KEY , BLANK, other keys"),
        THE_CHANNEL_COMPARES_BEFORE_IT_IS_PAID(
                "SecureChannel",
                "payTry();\n        sessionKeys.writeCryptogram(SessionKeys.HOST_CRYPTOGRAM",
                "sessionKeys.writeCryptogram(SessionKeys.HOST_CRYPTOGRAM",
                "EXTERNAL AUTHENTICATE, right , in use, one channel try gone"),
        THE_LAST_TRY_OF_THE_CHANNEL_IS_FORGOTTEN(
                "IssuerSecurityDomain",
                "if (lifeCycle.isTerminated() || channel.hasNoTriesLeft()) {",
                "if (lifeCycle.isTerminated()) {",
                "EXTERNAL AUTHENTICATE, wrong , in use, last channel try"),
        THE_CARD_ENDS_AFTER_ITS_KEYS(
                "IssuerSecurityDomain",
                """
                        lifeCycle.terminate();
                        if (!lifeCycle.isErased()) {
                            keys.erase();
                """,
                """
                        if (!lifeCycle.isErased()) {
                            keys.erase();
                            lifeCycle.terminate();
                """,
                "SET STATUS, TERMINATED , session"),
        AN_APPLICATION_COUNTS_AS_ERASED_BEFORE_IT_IS(
                "ManagedApplications",
                """
                            ManagedApplication application = applications[erased];
                """,
                """
                            ManagedApplication application = applications[erased];
                            if (erased < (byte) (COUNT - 1)) {
                                erased = (byte) (erased + 1);
                                if (application.access() != null) {
                                    application.access().eraseKeys();
                                }
                                continue;
                            }
                """,
                "SET STATUS, TERMINATED , session"),
        COMMIT_IS_NOT_ONE_TRANSACTION(
                "ManagedApplications",
                "        leftovers = true;\n        JCSystem.commitTransaction();",
                "        leftovers = true;\n        ",
                "JCSystem.beginTransaction();\n        for",
                "for",
                "COMMIT , session, drafts in all applications"),
        WHAT_COMMIT_REPLACED_IS_FORGOTTEN(
                "ManagedApplications",
                "        leftovers = true;\n        JCSystem.commitTransaction();",
                "        JCSystem.commitTransaction();",
                "COMMIT , session, drafts of files alone"),
        A_BROKEN_OFF_DRAFT_KEY_IS_FORGOTTEN(
                "IssuerCommands",
                "applications.expectLeftovers();",
                "",
                "GENERATE KEY PAIR, the first JPKI 0017, session"),
        A_KEY_COUNTS_AS_MADE_BEFORE_IT_IS(
                "KeySlot",
                """
                        made = false;
                        pair.genKeyPair();
                        made = true;
                """,
                """
                        made = true;
                        pair.genKeyPair();
                """,
                "JPKI: GENERATE KEY PAIR, the first 0017, BLANK, no key");

        final String file;

        /** What is written, and what in its place; once or twice. */
        final List<String> replacements;

        /** The row of the map that sees it. */
        final String row;

        Mistake(String file, String... replacementsAndRow) {
            this.file = file;
            List<String> all = List.of(replacementsAndRow);
            replacements = all.subList(0, all.size() - 1);
            row = all.getLast();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_sweep_sees(Mistake mistake) throws Exception {
        List<PowerCutRow> rows =
                PowerCutRows.all().stream()
                        .filter(row -> row.toString().contains(mistake.row))
                        .toList();
        assertThat(rows).as(mistake.row).isNotEmpty();
        Path folder = Path.of("target/mutants", mistake.name()).toAbsolutePath();
        try (var applets = new Applets(compile(mistake, folder))) {
            MapWorld world = new MapWorld(applets.modules());
            var looks = new CardLook.Memory(world);
            String seen = "";
            for (PowerCutRow row : rows) {
                try {
                    PowerCutSweep.of(world, looks, row);
                } catch (AssertionError illegal) {
                    seen += row + ": " + illegal.getMessage();
                }
            }
            assertThat(seen).as("what the sweep says about %s", mistake).contains(mistake.row);
        }
    }

    private static Path compile(Mistake mistake, Path folder) throws Exception {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        try (Stream<Path> files = Files.list(Javac.APPLET_SOURCES)) {
            for (Path file : files.toList()) {
                String source = Files.readString(file);
                if (file.getFileName().toString().equals(mistake.file + ".java")) {
                    source = spoiled(source, mistake);
                }
                Files.writeString(sources.resolve(file.getFileName()), source);
            }
        }
        Path classes = folder.resolve("classes");
        Javac.compile(sources, placesOfTheApi(), classes);
        WeaveMain.main(
                new String[] {classes.toString(), folder.resolve("unwoven").toString(), "applets"});
        return classes;
    }

    private static String spoiled(String source, Mistake mistake) {
        String spoiled = source;
        for (int n = 0; n < mistake.replacements.size(); n += 2) {
            String original = mistake.replacements.get(n);
            int at = spoiled.indexOf(original);
            assertThat(at).as("%s has the text of %s", mistake.file, mistake).isNotNegative();
            assertThat(spoiled.indexOf(original, at + 1)).as("once").isNegative();
            spoiled = spoiled.replace(original, mistake.replacements.get(n + 1));
        }
        return spoiled;
    }

    private static List<Path> placesOfTheApi() throws URISyntaxException {
        return List.of(place(CardRuntime.class), place(CardMemory.class));
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** The applets from this folder, all else as it is. */
    private static final class Applets extends URLClassLoader {
        private static final String PACKAGE = "org.openmyna.card.applets.";

        Applets(Path classes) throws MalformedURLException {
            super(new URL[] {classes.toUri().toURL()}, MutantTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PACKAGE)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : findClass(name);
            }
        }

        @Override
        public URL getResource(String name) {
            URL own = findResource(name);
            return own != null ? own : super.getResource(name);
        }

        List<AppletModule> modules() {
            return OwnCard.APPLETS.stream()
                    .map(module -> new AppletModule(module.aid(), type(module), new byte[0]))
                    .toList();
        }

        private Class<? extends Applet> type(AppletModule module) {
            try {
                return loadClass(module.type().getName()).asSubclass(Applet.class);
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            try {
                super.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
