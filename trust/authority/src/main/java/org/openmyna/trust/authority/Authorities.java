package org.openmyna.trust.authority;

import org.openmyna.trust.profile.CaKind;

/** Work in progress: the signatures, for those who build on them. */
public final class Authorities implements AutoCloseable {
    private Authorities() {}

    public CertificationAuthority establish(CaKind kind, CeremonyNotes notes) {
        throw new UnsupportedOperationException(kind + notes.place());
    }

    public boolean isEstablished(CaKind kind) {
        throw new UnsupportedOperationException(kind.toString());
    }

    public CertificationAuthority authority(CaKind kind) {
        throw new UnsupportedOperationException(kind.toString());
    }

    public CertificationAuthority established(CaKind kind) {
        throw new UnsupportedOperationException(kind.toString());
    }

    @Override
    public void close() {}
}
