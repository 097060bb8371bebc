package org.openmyna.card.applets;

import java.util.Set;
import org.openmyna.card.applets.PowerCutSweep.Result;

final class KnownCommands {
    static Set<String> ofTheCard() { return Set.of(); }
    static String name(Result r) { return r.command(); }
}
