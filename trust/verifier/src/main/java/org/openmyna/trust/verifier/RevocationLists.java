package org.openmyna.trust.verifier;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationListMalformed;
import org.openmyna.trust.profile.RevocationListView;

/**
 * Revocation lists at hand, from wherever they were fetched. Of each place the newest is kept, so
 * that an old list played back cannot bring a revoked certificate back to life.
 */
public final class RevocationLists implements StatusSource {
    private record Place(
            CaKind kind, Hierarchy hierarchy, String keyId, Optional<DistributionPoint> point) {
        static Place of(RevocationListView list) {
            String keyId = HexFormat.of().formatHex(list.authorityKeyId());
            return new Place(list.kind(), list.hierarchy(), keyId, list.scope());
        }
    }

    private final Map<Place, RevocationListView> newest = new ConcurrentHashMap<>();

    /**
     * Keeps the list unless a newer one of the same place is here (by cRLNumber, then date).
     *
     * @param list in memory, or in a file ({@code RevocationListFile}): that one stays open, for
     *     some thread may still be asking it when a newer one has taken its place
     */
    public void add(RevocationListView list) {
        newest.merge(Place.of(list), list, RevocationLists::newer);
    }

    /**
     * Adds every file of a directory whose name ends in {@code .crl} (DER).
     *
     * @return how many files were read
     * @throws RevocationFileUnreadable if one cannot be read (MYNA-VRF-085); those before it stay
     */
    public int addFrom(Path directory) {
        int count = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.crl")) {
            for (Path file : files) {
                add(read(file));
                count++;
            }
        } catch (IOException unreadable) {
            throw new RevocationFileUnreadable(directory.toString(), unreadable.toString());
        }
        return count;
    }

    /** The newest list of the certificate's place, or of the whole generation. */
    @Override
    public StatusData find(Wanted wanted) {
        Optional<DistributionPoint> point = wanted.certificate().distributionPoint();
        if (point.isEmpty())
            return new StatusData.Missing(VerifierError.DISTRIBUTION_POINT_MISSING, Map.of());
        CaKind kind = wanted.certificate().kind();
        Hierarchy hierarchy = wanted.certificate().hierarchy();
        return Stream.of(point, Optional.<DistributionPoint>empty())
                .map(where -> new Place(kind, hierarchy, wanted.issuerKeyId(), where))
                .flatMap(place -> Optional.ofNullable(newest.get(place)).stream())
                .max((a, b) -> a.thisUpdate().compareTo(b.thisUpdate()))
                .<StatusData>map(StatusData.ByList::new)
                .orElseGet(() ->
                        new StatusData.Missing(
                                VerifierError.REVOCATION_LIST_MISSING,
                                Map.of(
                                        "distributionPoint",
                                        point.get().prefecture()
                                                + " "
                                                + point.get().municipality())));
    }

    private static RevocationListView newer(RevocationListView kept, RevocationListView given) {
        int byNumber = given.number().compareTo(kept.number());
        int order = byNumber != 0 ? byNumber : given.thisUpdate().compareTo(kept.thisUpdate());
        return order > 0 ? given : kept;
    }

    private static RevocationList read(Path file) {
        try {
            return RevocationList.parse(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new RevocationFileUnreadable(file.toString(), unreadable.toString());
        } catch (RevocationListMalformed malformed) {
            throw new RevocationFileUnreadable(
                    file.toString(), String.valueOf(malformed.getMessage()));
        }
    }
}
