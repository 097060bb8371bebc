package org.openmyna.database;

import java.util.Locale;

/** Which build of PostgreSQL runs here, as zonky's archives name them. */
record Platform(String archive) {
    static Platform here() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * @throws PlatformNotServed if there is no build for it
     */
    static Platform of(String osName, String arch) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean intel = arch.equals("amd64") || arch.equals("x86_64");
        boolean arm = arch.equals("aarch64");
        if (os.equals("linux") && (intel || arm)) {
            return new Platform(
                    intel ? "/postgres-linux-x86_64.txz" : "/postgres-linux-arm_64.txz");
        }
        if (os.startsWith("mac") && (intel || arm)) {
            return new Platform(
                    intel ? "/postgres-darwin-x86_64.txz" : "/postgres-darwin-arm_64.txz");
        }
        throw new PlatformNotServed(osName + " " + arch);
    }
}
