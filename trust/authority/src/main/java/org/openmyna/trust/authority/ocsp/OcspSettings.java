package org.openmyna.trust.authority.ocsp;

import java.time.Duration;

/**
 * What an operator decides about OCSP.
 *
 * @param validity from thisUpdate to nextUpdate, and how old the data may be before the answer is
 *     tryLater: a minute to a day; 15 minutes in JPKI (reference 3.3)
 * @param kept how long a presigned answer is given out at most: shorter than {@code validity}, so
 *     that whoever gets it can use it for a while
 * @param keptAnswers how many presigned answers stay in memory, about 2 kB each: 4 to 16,777,216
 * @param maxRequestBytes 64 to 65,536
 * @param maxCertificates asked about in one request: 1 to 256
 */
public record OcspSettings(
        OcspMode mode,
        OcspAccess access,
        Duration validity,
        Duration kept,
        int keptAnswers,
        int maxRequestBytes,
        int maxCertificates) {
    private static final Duration A_DAY = Duration.ofDays(1);

    /**
     * @throws OcspSettingsRefused for a value outside its range (MYNA-OCS-001)
     */
    public OcspSettings {
        must(
                "validity",
                validity.compareTo(Duration.ofMinutes(1)) >= 0 && validity.compareTo(A_DAY) <= 0);
        must("kept", kept.compareTo(Duration.ofSeconds(1)) >= 0 && kept.compareTo(validity) < 0);
        must("keptAnswers", keptAnswers >= 4 && keptAnswers <= 1 << 24);
        must("maxRequestBytes", maxRequestBytes >= 64 && maxRequestBytes <= 65_536);
        must("maxCertificates", maxCertificates >= 1 && maxCertificates <= 256);
    }

    private static void must(String setting, boolean holds) {
        if (!holds) {
            throw new OcspSettingsRefused(setting);
        }
    }

    /** Presigned, open to everybody, 15 minutes, given out for 10. */
    public static OcspSettings sandbox() {
        return new OcspSettings(
                OcspMode.PRESIGNED,
                OcspAccess.OPEN,
                Duration.ofMinutes(15),
                Duration.ofMinutes(10),
                32_768,
                8_192,
                32);
    }

    /** The same in another mode. */
    public OcspSettings with(OcspMode other) {
        return new OcspSettings(
                other, access, validity, kept, keptAnswers, maxRequestBytes, maxCertificates);
    }

    /** The same for other callers. */
    public OcspSettings with(OcspAccess other) {
        return new OcspSettings(
                mode, other, validity, kept, keptAnswers, maxRequestBytes, maxCertificates);
    }
}
