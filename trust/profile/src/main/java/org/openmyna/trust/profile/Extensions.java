package org.openmyna.trust.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The extensions in the order they were written; no type comes twice (RFC 5280 4.2). */
record Extensions(List<Extension> all) {
    private static final int MOST = 32;

    Extensions {
        all = List.copyOf(all);
    }

    /** Reads the contents of an explicit tag around the SEQUENCE OF Extension. */
    static Extensions read(DerReader wrapped) {
        DerReader in = wrapped.sequence("extensions");
        wrapped.mustEnd("extensions");
        List<Extension> all = new ArrayList<>();
        while (!in.atEnd()) {
            Extension next = Extension.read(in);
            if (all.size() == MOST || all.stream().anyMatch(e -> e.oid().equals(next.oid()))) {
                throw new DerFault("extensions: too many, or one of them twice");
            }
            all.add(next);
        }
        return new Extensions(all);
    }

    /** RFC 5280 4.2: what is critical and not understood makes the whole unusable. */
    void noCriticalOutside(Set<String> understood) {
        for (Extension extension : all) {
            if (extension.critical() && !understood.contains(extension.oid())) {
                throw new DerFault("extension " + extension.oid() + ": critical and not known");
            }
        }
    }

    Optional<Extension> find(String oid) {
        return all.stream().filter(extension -> extension.oid().equals(oid)).findFirst();
    }

    /** Reads an extension that may be absent; its value must be used up. */
    <T> Optional<T> read(String oid, String what, Function<DerReader, T> reader) {
        return find(oid)
                .map(extension -> {
                    DerReader in = DerReader.over(extension.value());
                    T value = reader.apply(in);
                    in.mustEnd(what);
                    return value;
                });
    }

    <T> T mustRead(String oid, String what, Function<DerReader, T> reader) {
        return read(oid, what, reader).orElseThrow(() -> new DerFault(what + ": missing"));
    }
}
