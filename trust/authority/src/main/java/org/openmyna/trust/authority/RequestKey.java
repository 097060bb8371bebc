package org.openmyna.trust.authority;

import org.openmyna.trust.profile.CaKind;

/** A request id means one certificate of a CA, whatever its generation. */
record RequestKey(CaKind ca, RequestId request) {}
