package org.openmyna.agent.platform;

import org.openmyna.agent.error.Refusal;

/** What became of a request that a browser brought. */
public sealed interface Reading {
    record Good(Ask ask) implements Reading {}

    /** It asks for nothing; no address in it is followed. */
    record Refused(Refusal why) implements Reading {}
}
