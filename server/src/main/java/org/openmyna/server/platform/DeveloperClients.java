package org.openmyna.server.platform;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Enters a client of the sandbox at once: what takes a real party an application and a review of
 * months. All of them belong to one party, 開発者（試験用）, a service provider that is approved from then
 * on.
 */
final class DeveloperClients {
    /** In the access log. */
    static final String OFFICER = "developer-console";

    private static final String PARTY = "sandbox-developers";

    private final ApprovalRegister register;
    private final ClientEntry entry;
    private final InstantSource legalTime;

    DeveloperClients(ApprovalRegister register, ClientEntry entry, InstantSource legalTime) {
        this.register = register;
        this.entry = entry;
        this.legalTime = legalTime;
    }

    /**
     * @throws NotDone for what is not right (MYNA-PLT-016), naming the field
     */
    ClientEntry.Entered enter(
            String name, List<String> redirects, List<String> logouts, Optional<String> jwks) {
        enterParty();
        return entry.enter(
                OFFICER,
                "test-",
                PARTY,
                new ClientEntry.Wish(name, name, redirects, logouts, jwks),
                shown -> {});
    }

    private void enterParty() {
        boolean isNew =
                register.enterParty(
                        OFFICER,
                        PARTY,
                        PartyKind.SERVICE_PROVIDER,
                        "開発者（試験用）",
                        "Developers (TEST)");
        if (isNew) register.approve(OFFICER, PARTY, legalTime.instant(), Optional.empty());
    }
}
